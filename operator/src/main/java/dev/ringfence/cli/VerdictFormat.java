package dev.ringfence.cli;

import dev.ringfence.path.PathQuestion;
import dev.ringfence.path.PathVerdict;
import dev.ringfence.report.PathVerdictJson;
import dev.ringfence.report.PathVerdictText;
import dev.ringfence.report.TextLayout;

/** How the verdict of one path builder is written. */
enum VerdictFormat {
  TEXT,
  JSON;

  String render(PathQuestion question, PathVerdict verdict, TextLayout layout) {
    return switch (this) {
      case TEXT -> PathVerdictText.render(question, verdict, layout);
      case JSON -> PathVerdictJson.render(question, verdict);
    };
  }
}
