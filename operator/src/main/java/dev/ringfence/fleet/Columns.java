package dev.ringfence.fleet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where the columns of a file are, told from its header; case, spaces and underscores are free. */
record Columns(Map<String, Integer> positions, List<String> header) {
  private static final int MAX_SHOWN = 20;

  Columns {
    positions = Map.copyOf(positions);
    header = List.copyOf(header);
  }

  static Columns of(Row header, String source) {
    var positions = new HashMap<String, Integer>();
    for (int i = 0; i < header.fields().size(); i++) {
      var name = header.fields().get(i);
      if (!name.isEmpty() && positions.put(key(name), i) != null) {
        throw new InventoryFormatException(
            source,
            header.line(),
            "the column %s appears twice, expected each once".formatted(DeviceText.model(name)));
      }
    }
    return new Columns(positions, header.fields());
  }

  static long recognised(List<String> header, List<String> columns) {
    var known = columns.stream().map(Columns::key).collect(Collectors.toSet());
    return header.stream().map(Columns::key).filter(known::contains).distinct().count();
  }

  boolean has(String column) {
    return positions.containsKey(key(column));
  }

  /** The position of the column, -1 if the file has none of that name. */
  int position(String column) {
    return positions.getOrDefault(key(column), -1);
  }

  /** Empty if the row ends before the position, or there is none. */
  static String field(Row row, int position) {
    return position < 0 || position >= row.fields().size() ? "" : row.fields().get(position);
  }

  /** What is wrong with the row's length, if anything is: a stray separator moves fields. */
  Optional<String> misfit(Row row, int least) {
    int size = row.fields().size();
    if (size < least) {
      return Optional.of("the row has %d fields, expected at least %d".formatted(size, least));
    }
    boolean surplus =
        size > header.size()
            && row.fields().subList(header.size(), size).stream().anyMatch(f -> !f.isEmpty());
    return surplus
        ? Optional.of(
            "the row has %d fields, the header has %d; a field with a separator needs quotes"
                .formatted(size, header.size()))
        : Optional.empty();
  }

  void require(List<String> columns, Row row, String source) {
    var missing = columns.stream().filter(column -> !has(column)).toList();
    if (!missing.isEmpty()) {
      throw new InventoryFormatException(
          source,
          row.line(),
          "the header lacks %s; found %s".formatted(String.join(", ", missing), shown()));
    }
  }

  void refuseOthersThan(List<String> columns, Row row, String source) {
    var known = columns.stream().map(Columns::key).collect(Collectors.toSet());
    var others =
        header.stream()
            .filter(name -> !name.isEmpty() && !known.contains(key(name)))
            .map(DeviceText::model)
            .toList();
    if (!others.isEmpty()) {
      throw new InventoryFormatException(
          source,
          row.line(),
          "the header has the unknown column %s, expected only %s"
              .formatted(String.join(", ", others), String.join(", ", columns)));
    }
  }

  private String shown() {
    var names = new ArrayList<String>();
    for (var name : header.subList(0, Math.min(header.size(), MAX_SHOWN))) {
      names.add(name.isEmpty() ? "(blank)" : DeviceText.model(name));
    }
    return String.join(", ", names) + (header.size() > MAX_SHOWN ? ", ..." : "");
  }

  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[\\s_]+", "");
  }
}
