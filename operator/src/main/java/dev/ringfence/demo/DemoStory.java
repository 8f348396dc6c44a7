package dev.ringfence.demo;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * What the demo applies and in which order: the samples at once, then live steps one by one.
 *
 * @param samples names of manifests
 */
public record DemoStory(List<String> samples, List<Step> steps) {
  private static final String FOLDER = "/demo/";

  public DemoStory {
    samples = List.copyOf(samples);
    steps = List.copyOf(steps);
  }

  /**
   * One change that somebody makes while the operator runs.
   *
   * @param title what happens, as a sentence
   * @param apply names of manifests
   * @param renewals whose status it is to change
   */
  public record Step(String title, List<String> apply, List<String> renewals) {
    public Step {
      apply = List.copyOf(apply);
      renewals = List.copyOf(renewals);
    }
  }

  /** The story that is packaged with the program. */
  public static DemoStory load() {
    ObjectMapper yaml =
        new ObjectMapper(new YAMLFactory())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    try (InputStream in = open("story.yaml")) {
      return yaml.readValue(in, DemoStory.class);
    } catch (IOException e) {
      throw new UncheckedIOException("The demo's story cannot be read.", e);
    }
  }

  /** The caller closes it. */
  static InputStream open(String name) {
    InputStream in = DemoStory.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new IllegalStateException("The demo's file %s is not packaged.".formatted(name));
    }
    return in;
  }
}
