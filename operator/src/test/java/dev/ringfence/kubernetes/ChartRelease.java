package dev.ringfence.kubernetes;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.InstallCommand;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The chart of this project, installed by the real Helm; the definitions are there already. */
public final class ChartRelease implements AutoCloseable {
  private static final String NAME = "gate";
  private static final String NAMESPACE = "ringfence-system";
  private static final Path CHART = Path.of("..", "helm", "ringfence");

  private final RealApi api;

  private ChartRelease(RealApi api) {
    this.api = api;
  }

  public static ChartRelease install(RealApi api, Map<String, String> values) {
    try (KubernetesClient client = api.client(request -> {})) {
      EmptyCluster.namespace(client, NAMESPACE);
      EmptyCluster.namespace(client, "voice");
      client.leases().inNamespace(NAMESPACE).delete();
    }
    InstallCommand install =
        new Helm(CHART)
            .install()
            .withName(NAME)
            .withNamespace(NAMESPACE)
            .withKubeConfigContents(api.kubeconfig())
            .set("crds.install", false);
    for (Map.Entry<String, String> value : values.entrySet()) {
      install = install.set(value.getKey(), value.getValue());
    }
    install.call();
    return new ChartRelease(api);
  }

  /** What the roles bound to the operator grant, as {@link AuditedRequest#right} says it. */
  public Set<String> rights() {
    Set<String> rights = new TreeSet<>();
    try (KubernetesClient client = api.client(request -> {})) {
      for (PolicyRule rule : rules(client)) {
        for (String group : rule.getApiGroups()) {
          for (String resource : rule.getResources()) {
            for (String verb : rule.getVerbs()) {
              rights.add(verb + " " + (group.isEmpty() ? "" : group + "/") + resource);
            }
          }
        }
      }
    }
    return rights;
  }

  private static List<PolicyRule> rules(KubernetesClient client) {
    List<PolicyRule> rules = new ArrayList<>();
    client
        .rbac()
        .clusterRoleBindings()
        .withLabel("app.kubernetes.io/instance", NAME)
        .list()
        .getItems()
        .stream()
        .map(binding -> client.rbac().clusterRoles().withName(binding.getRoleRef().getName()).get())
        .forEach(role -> rules.addAll(role.getRules()));
    client
        .rbac()
        .roleBindings()
        .inAnyNamespace()
        .withLabel("app.kubernetes.io/instance", NAME)
        .list()
        .getItems()
        .stream()
        .map(
            binding ->
                client
                    .rbac()
                    .roles()
                    .inNamespace(binding.getMetadata().getNamespace())
                    .withName(binding.getRoleRef().getName())
                    .get())
        .forEach(role -> rules.addAll(role.getRules()));
    return rules;
  }

  @Override
  public void close() {
    Helm.uninstall(NAME).withNamespace(NAMESPACE).withKubeConfigContents(api.kubeconfig()).call();
  }
}
