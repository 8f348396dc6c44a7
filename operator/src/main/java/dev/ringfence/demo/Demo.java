package dev.ringfence.demo;

import dev.ringfence.api.v1alpha1.CertificateRenewal;
import dev.ringfence.api.v1alpha1.CertificateRenewalStatus;
import io.fabric8.kubernetes.client.KubernetesClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Applies the samples and prints the verdicts as they arrive. It expects none in particular: what
 * is printed is what the operator wrote.
 */
public final class Demo {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);
  private static final String INDENT = "    ";

  private final DemoStory story;
  private final DemoCluster cluster;
  private final Consumer<String> out;

  /**
   * @param out takes one line
   */
  public Demo(DemoStory story, KubernetesClient client, Consumer<String> out) {
    this.story = story;
    this.cluster = new DemoCluster(client);
    this.out = out;
  }

  /** Where the reports can be read. */
  public String reports() {
    return cluster.reports();
  }

  /** Applies the samples; a row for each renewal as it is judged, then what is behind each. */
  public void showSamples() throws DemoTimeoutException, InterruptedException {
    story.samples().forEach(cluster::apply);
    out.accept(VerdictLines.heading());
    Map<String, CertificateRenewal> shown = new HashMap<>();
    awaitAll(
        () -> {
          boolean complete = true;
          for (CertificateRenewal renewal : cluster.renewals()) {
            String name = renewal.getMetadata().getName();
            if (!DemoCluster.isJudged(renewal)) {
              complete = false;
            } else if (shown.put(name, renewal) == null) {
              out.accept(VerdictLines.row(renewal));
            }
          }
          return complete && !shown.isEmpty();
        },
        "The operator did not judge every sample within %d seconds.");
    out.accept("");
    cluster.renewals().forEach(this::explain);
  }

  /** Plays the live steps, each with the renewals before and after it. */
  public void playSteps() throws DemoTimeoutException, InterruptedException {
    int number = 1;
    for (DemoStory.Step step : story.steps()) {
      out.accept("");
      out.accept("Step %d of %d. %s".formatted(number++, story.steps().size(), step.title()));
      play(step);
    }
  }

  private void play(DemoStory.Step step) throws DemoTimeoutException, InterruptedException {
    Map<String, CertificateRenewalStatus> before = new HashMap<>();
    for (String name : step.renewals()) {
      CertificateRenewal renewal = cluster.renewal(name);
      if (renewal != null && renewal.getStatus() != null) {
        before.put(name, renewal.getStatus());
        out.accept("before " + VerdictLines.row(renewal));
      }
    }
    step.apply().forEach(cluster::apply);
    List<CertificateRenewal> after = new ArrayList<>();
    awaitAll(
        () -> {
          after.clear();
          for (String name : step.renewals()) {
            CertificateRenewal renewal = cluster.renewal(name);
            if (renewal == null || !reacted(renewal, before.get(name))) {
              return false;
            }
            after.add(renewal);
          }
          return true;
        },
        "The operator did not react to this step within %d seconds.");
    for (CertificateRenewal renewal : after) {
      out.accept("after  " + VerdictLines.row(renewal));
      explain(renewal);
    }
  }

  private static boolean reacted(
      CertificateRenewal renewal, @Nullable CertificateRenewalStatus before) {
    return DemoCluster.isJudged(renewal) && !Objects.equals(renewal.getStatus(), before);
  }

  private void explain(CertificateRenewal renewal) {
    out.accept(renewal.getMetadata().getName());
    VerdictLines.details(renewal).forEach(line -> out.accept(INDENT + line));
    cluster.questions(renewal).forEach(q -> out.accept(INDENT + "A test would settle: " + q));
  }

  private static void awaitAll(Check check, String sentence)
      throws DemoTimeoutException, InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!check.holds()) {
      if (System.nanoTime() > deadline) {
        throw new DemoTimeoutException(sentence.formatted(PATIENCE.toSeconds()));
      }
      Thread.sleep(LOOK_AGAIN.toMillis());
    }
  }

  private interface Check {
    boolean holds();
  }
}
