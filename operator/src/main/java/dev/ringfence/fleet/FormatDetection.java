package dev.ringfence.fleet;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Tells format and separator from the head of a file. */
final class FormatDetection {
  private static final int SAMPLE = 20;
  private static final int DIRECTIVE = 5;

  private final InventoryText text;
  private final String source;

  FormatDetection(InventoryText text, String source) {
    this.text = text;
    this.source = source;
  }

  Layout layout(InventoryFormat asked) {
    var order = DateOrder.of(text.head());
    return switch (asked) {
      case AUTO -> detected(order);
      case INVENTORY_REPORT, PLAIN -> new Layout(asked, headerSeparator(asked), order);
      case AUDIT_LOG -> new Layout(asked, auditSeparator().orElse(';'), order);
      case USER_AGENTS -> new Layout(asked, Separator.NONE, order);
    };
  }

  /** The line by which Excel is told the separator, such as {@code sep=;}. */
  static boolean isDirective(String line) {
    return line.length() <= DIRECTIVE && line.regionMatches(true, 0, "sep=", 0, DIRECTIVE - 1);
  }

  private Layout detected(DateOrder order) {
    if (anyHeader(InventoryFormat.INVENTORY_REPORT)) {
      return layout(InventoryFormat.INVENTORY_REPORT);
    }
    if (anyHeader(InventoryFormat.PLAIN)) {
      return layout(InventoryFormat.PLAIN);
    }
    var separator = auditSeparator();
    if (separator.isPresent()) {
      return new Layout(InventoryFormat.AUDIT_LOG, separator.get(), order);
    }
    if (isUserAgents()) {
      return layout(InventoryFormat.USER_AGENTS);
    }
    throw unknown();
  }

  private InventoryFormatException unknown() {
    boolean blank = text.complete() && text.head().isBlank();
    return new InventoryFormatException(
        source,
        "%s, expected %s, %s, %s or %s"
            .formatted(
                blank ? "the file is empty" : "the head of the file is of no known format",
                InventoryFormat.INVENTORY_REPORT.description(),
                InventoryFormat.AUDIT_LOG.description(),
                InventoryFormat.USER_AGENTS.description(),
                InventoryFormat.PLAIN.description()));
  }

  private boolean anyHeader(InventoryFormat format) {
    return Separator.KNOWN.stream().anyMatch(separator -> headerMatch(format, separator) > 0);
  }

  private char headerSeparator(InventoryFormat format) {
    return Separator.KNOWN.stream()
        .max(
            Comparator.comparingLong((Character separator) -> headerMatch(format, separator))
                .thenComparing(separator -> -Separator.KNOWN.indexOf(separator)))
        .orElseThrow();
  }

  /** How many columns of the format the header has; 0: no row is its header. */
  private long headerMatch(InventoryFormat format, char separator) {
    boolean report = format == InventoryFormat.INVENTORY_REPORT;
    Predicate<List<String>> header = report ? ReportRows::isHeader : PlainRows::isHeader;
    return sample(separator, true, report ? SAMPLE : 1).stream()
        .map(Row::fields)
        .filter(header)
        .mapToLong(
            fields -> Columns.recognised(fields, report ? ReportRows.COLUMNS : PlainRows.COLUMNS))
        .findFirst()
        .orElse(0);
  }

  private Optional<Character> auditSeparator() {
    return List.of(';', ',').stream().filter(this::isAuditLog).findFirst();
  }

  private boolean isAuditLog(char separator) {
    return sample(separator, false, 1).stream()
        .map(Row::fields)
        .anyMatch(
            fields ->
                fields.size() >= AuditLogRows.FIELDS
                    && (AuditLogRows.isPhone(fields.get(AuditLogRows.DEVICE_TYPE))
                        || MacAddress.parse(fields.get(AuditLogRows.ADDRESS)).isPresent()));
  }

  /** At least half of the lines are user agents of a known form. */
  private boolean isUserAgents() {
    var lines =
        sample(Separator.NONE, false, SAMPLE).stream()
            .map(row -> row.fields().get(0))
            .filter(line -> !UserAgentRows.isAroundTheList(line))
            .toList();
    long userAgents = lines.stream().filter(UserAgentRows::isOne).count();
    return !lines.isEmpty() && 2 * userAgents >= lines.size();
  }

  /** The first rows, or as many as can be read with this separator. */
  private List<Row> sample(char separator, boolean quoting, int limit) {
    var rows = new ArrayList<Row>();
    var reader = new RowReader(new StringReader(text.head()), source, separator, quoting);
    try {
      for (var row = reader.next(); row != null && rows.size() < limit; row = reader.next()) {
        if (!isDirective(row.fields().get(0))) {
          rows.add(row);
        }
      }
    } catch (InventoryFormatException e) {
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory is read without failure", e);
    }
    return rows;
  }
}
