package dev.ringfence.cli;

import java.util.ArrayList;
import java.util.List;

/** Standard input can be read once. */
final class StandardInput {
  private StandardInput() {}

  static void refuseTwoReaders(EvaluationOptions options) {
    List<String> files = new ArrayList<>(List.of(options.chain()));
    if (options.current() != null) {
      files.add(options.current());
    }
    if (options.policy() != null) {
      files.add(options.policy());
    }
    files.addAll(options.fleets());
    files.addAll(options.catalogs());
    files.addAll(options.approvals());
    refuseTwoReaders(files);
  }

  static void refuseTwoReaders(List<String> files) {
    long readers = files.stream().filter(InputFile.STANDARD_INPUT::equals).count();
    if (readers > 1) {
      throw new UnreadableException(
          "Standard input (-) is named %d times; expected at most once, since it is read once."
              .formatted(readers));
    }
  }
}
