package dev.ringfence.api.v1alpha1;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrdFilesTest {
  private static final String WRITE = "ringfence.crds.write";

  private final SortedMap<String, String> generated = CrdFiles.generate();

  @BeforeAll
  void writeIfAsked() throws IOException {
    if (Boolean.getBoolean(WRITE)) {
      Files.createDirectories(CrdFiles.FOLDER);
      for (Map.Entry<String, String> file : generated.entrySet()) {
        Files.writeString(CrdFiles.FOLDER.resolve(file.getKey()), file.getValue());
      }
    }
  }

  @Test
  void theFilesAreWhatTheRecordsSay() {
    for (Map.Entry<String, String> file : generated.entrySet()) {
      assertThat(CrdFiles.FOLDER.resolve(file.getKey()))
          .as("regenerate with -D%s=true", WRITE)
          .exists()
          .content()
          .isEqualTo(file.getValue());
    }
  }

  @Test
  void theFolderHoldsNothingElse() throws IOException {
    try (Stream<Path> files = Files.list(CrdFiles.FOLDER)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(generated.keySet());
    }
  }
}
