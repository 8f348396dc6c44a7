package dev.ringfence.demo;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.RenewalApproval;
import dev.ringfence.api.v1alpha1.RenewalPolicy;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.CustomResourceDefinitionContext;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import io.fabric8.mockwebserver.Context;
import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.ServerRequest;
import io.fabric8.mockwebserver.ServerResponse;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import io.fabric8.mockwebserver.internal.MockDispatcher;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An API server in this process, on a free port of the loopback interface. */
public final class EmbeddedApi implements AutoCloseable {
  // Held here because java.util.logging forgets the level of a logger that nobody refers to.
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(EmbeddedApi.class);
  private static final Logger REQUEST_LOG = Logger.getLogger(MockWebServer.class.getName());

  private static final String RULES_REVIEW =
      """
      {"apiVersion":"authorization.k8s.io/v1","kind":"SelfSubjectRulesReview","metadata":{},\
      "spec":{},"status":{"incomplete":false,"nonResourceRules":[],\
      "resourceRules":[{"verbs":["*"],"apiGroups":["*"],"resources":["*"]}]}}""";

  private static final List<Class<? extends CustomResource<?, ?>>> KINDS =
      List.of(
          CertificateRenewal.class,
          FirmwareCatalog.class,
          PhoneFleet.class,
          RenewalApproval.class,
          RenewalPolicy.class);

  private final List<Function<ApiRequest, @Nullable Integer>> interceptors =
      new CopyOnWriteArrayList<>();
  private final KubernetesMockServer server;

  public EmbeddedApi() {
    REQUEST_LOG.setLevel(Level.WARNING);
    Map<ServerRequest, Queue<ServerResponse>> responses = new HashMap<>();
    ApplyingDispatcher objects = new ApplyingDispatcher();
    KINDS.forEach(
        kind ->
            objects.expectCustomResource(
                CustomResourceDefinitionContext.fromCustomResourceType(kind)));
    MockDispatcher rest = new MockDispatcher(responses);
    server =
        new KubernetesMockServer(
            new Context(), new MockWebServer(), responses, dispatcher(objects, rest), false);
    server.init();
  }

  /** A new client; the caller closes it. */
  public KubernetesClient client() {
    return server.createClient();
  }

  /** Answers with the returned HTTP status instead of serving the request; null serves it. */
  public void intercept(Function<ApiRequest, @Nullable Integer> interceptor) {
    interceptors.add(interceptor);
  }

  /** What was asked of it is done by now, so a server that does not end in time is only logged. */
  @Override
  public void close() {
    try {
      server.destroy();
    } catch (IllegalStateException e) {
      LOG.atWarn().setCause(e).log("The embedded API did not stop in time.");
    }
  }

  private Dispatcher dispatcher(ApplyingDispatcher objects, MockDispatcher rest) {
    return new Dispatcher() {
      @Override
      public MockResponse dispatch(RecordedRequest request) {
        ApiRequest seen = new ApiRequest(request.getMethod(), request.getPath());
        for (Function<ApiRequest, @Nullable Integer> interceptor : interceptors) {
          Integer answer = interceptor.apply(seen);
          if (answer != null) {
            return new MockResponse().setResponseCode(answer);
          }
        }
        if (seen.path().equals("/version") || seen.path().equals("/")) {
          return rest.dispatch(request);
        }
        if (seen.path().endsWith("/selfsubjectrulesreviews")) {
          return new MockResponse().setResponseCode(201).setBody(RULES_REVIEW);
        }
        return objects.dispatch(request);
      }
    };
  }
}
