package dev.ringfence.cli;

import dev.ringfence.policy.Explanation;
import dev.ringfence.policy.RenewalReport;
import dev.ringfence.report.ExplanationJson;
import dev.ringfence.report.ExplanationMarkdown;
import dev.ringfence.report.ExplanationText;
import dev.ringfence.report.ReportJson;
import dev.ringfence.report.ReportMarkdown;
import dev.ringfence.report.ReportText;
import dev.ringfence.report.TextLayout;

/** How a report is written. */
enum ReportFormat {
  TEXT,
  JSON,
  MARKDOWN;

  String render(RenewalReport report, TextLayout layout) {
    return switch (this) {
      case TEXT -> ReportText.render(report, layout);
      case JSON -> ReportJson.render(report);
      case MARKDOWN -> ReportMarkdown.render(report);
    };
  }

  String render(Explanation explanation, TextLayout layout) {
    return switch (this) {
      case TEXT -> ExplanationText.render(explanation, layout);
      case JSON -> ExplanationJson.render(explanation);
      case MARKDOWN -> ExplanationMarkdown.render(explanation);
    };
  }
}
