package dev.ringfence.fleet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One record of a file.
 *
 * @param line where it starts, from 1
 * @param fields at least one, stripped
 * @param defect what is wrong with its quoting; absent: nothing
 */
record Row(long line, List<String> fields, @Nullable String defect) {
  Row {
    fields = List.copyOf(fields);
  }

  boolean isBlank() {
    return fields.stream().allMatch(String::isEmpty);
  }
}
