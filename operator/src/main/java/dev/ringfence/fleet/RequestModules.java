package dev.ringfence.fleet;

import java.util.ArrayList;
import java.util.List;

/**
 * What a device says is installed on it, as the audit log writes it: modules of file name, version
 * and timestamp with semicolons between, and # between modules. A log that separates its own fields
 * by semicolons too spreads the modules over several fields.
 */
final class RequestModules {
  private static final int PARTS = 3;
  private static final int RESPONSE_PARTS = 4;

  /** Request modules, response modules, user. */
  private static final int UNSPREAD = 3;

  private RequestModules() {}

  /**
   * The versions said; none if the fields are not laid out as documented.
   *
   * @param fields of a row, from the request modules to its end
   */
  static List<String> versions(List<String> fields) {
    return fields.size() == UNSPREAD ? together(fields.get(0)) : spread(fields);
  }

  private static List<String> together(String modules) {
    var versions = new ArrayList<String>();
    for (var module : modules.split("#", -1)) {
      var parts = module.split("[;,]", -1);
      if (parts.length == PARTS) {
        versions.add(parts[1].strip());
      }
    }
    return versions;
  }

  private static List<String> spread(List<String> fields) {
    var versions = new ArrayList<String>();
    int next = endOfModules(fields, 0, PARTS, versions);
    int user = endOfModules(fields, next, RESPONSE_PARTS, new ArrayList<>());
    return user == fields.size() - 1 ? versions : List.of();
  }

  /** The first field after a list of modules; beyond the end if the list does not end. */
  private static int endOfModules(
      List<String> fields, int start, int parts, List<String> secondParts) {
    if (start < fields.size() && fields.get(start).isEmpty()) {
      return start + 1;
    }
    int last = start;
    do {
      if (last + 1 < fields.size()) {
        secondParts.add(fields.get(last + 1));
      }
      last += parts - 1;
    } while (last < fields.size() && fields.get(last).contains("#"));
    return last + 1;
  }
}
