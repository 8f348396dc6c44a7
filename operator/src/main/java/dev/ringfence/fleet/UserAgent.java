package dev.ringfence.fleet;

import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a SIP User-Agent header (RFC 3261 20.41) says of a device.
 *
 * @param platform absent if only a model could tell it
 * @param model {@code Vendor/Model} or the product's name; empty if the header names none
 * @param firmware empty if the header says none
 * @param address of the device, where its maker puts it there
 */
record UserAgent(@Nullable String platform, String model, String firmware, OptionalLong address) {
  static final String LYNC_PHONE_EDITION = "lync-phone-edition";

  private static final String MAC = "([0-9A-Fa-f]{12})";
  private static final List<Form> FORMS =
      List.of(
          // CPE/4.0.7423.1 OCPhone/4.0.7423.1 (Microsoft Lync 2010 (Beta) Phone Edition)
          new Form(
              "(?:CPE/\\S+ +)?OCPhone/([^\\s;()]+).*",
              m -> new UserAgent(LYNC_PHONE_EDITION, "", m.group(1), OptionalLong.empty())),
          new Form(
              "CPE/([^\\s;()]+).*Phone Edition.*",
              m -> new UserAgent(LYNC_PHONE_EDITION, "", m.group(1), OptionalLong.empty())),
          // PolycomVVX-VVX_500-UA/5.9.7.47435_0004f2000176
          new Form(
              "(?:FileTransport +)?(?:Polycom/\\S+ +)?Polycom[A-Za-z]*-([^\\s/]+?)-UA/([^\\s_]+)(?:_"
                  + MAC
                  + ")?.*",
              m -> vendor("Polycom", m.group(1), m.group(2), m.group(3))),
          // AUDC-IPPhone/2.2.8.61 (440HDG-Rev0; 00908F602AAC)
          new Form(
              "AUDC-IPPhone/(\\S+) +\\(([^\\s;()]+?)(?:-Rev\\w+)?(?:; *" + MAC + ")?\\).*",
              m -> vendor("AudioCodes", m.group(2), m.group(1), m.group(3))),
          // AUDC-IPPhone-445HD_UC_3.4.8/1.0
          new Form(
              "AUDC-IPPhone-([^\\s_/]+)_(?:UC_)?([0-9][^\\s/]*)/.*",
              m -> vendor("AudioCodes", m.group(1), m.group(2), null)),
          // Yealink SIP-T46S 66.86.0.15 805ec0123456
          new Form(
              "Yealink +(\\S+) +([0-9]+(?:\\.[0-9]+)+)(?: +" + MAC + ")?.*",
              m -> vendor("Yealink", m.group(1), m.group(2), m.group(3))),
          // server-val = product [/ version], RFC 3261 25.1
          new Form(
              "([^\\s/()]+)/([^\\s;()]+).*",
              m -> new UserAgent(null, m.group(1), m.group(2), OptionalLong.empty())));

  private static final Pattern NAME_AND_VERSION =
      Pattern.compile("[A-Za-z][A-Za-z0-9._-]*/[A-Za-z]?[0-9]+\\.[^\\s]*(?: .*)?");

  private record Form(Pattern pattern, Function<MatchResult, UserAgent> read) {
    Form(String regex, Function<MatchResult, UserAgent> read) {
      this(Pattern.compile(regex), read);
    }
  }

  /** Any text: one of no known form becomes a model of that name. */
  static UserAgent parse(String text) {
    for (var form : FORMS) {
      var matcher = form.pattern.matcher(text);
      if (matcher.matches()) {
        return form.read.apply(matcher.toMatchResult());
      }
    }
    return new UserAgent(null, text, "", OptionalLong.empty());
  }

  /** Whether the text has a form that is told from any text: a maker's, or name/1.2.3. */
  static boolean isOne(String text) {
    return NAME_AND_VERSION.matcher(text).matches()
        || FORMS.subList(0, FORMS.size() - 1).stream()
            .anyMatch(form -> form.pattern.matcher(text).matches());
  }

  private static UserAgent vendor(
      String vendor, String model, String version, @Nullable String address) {
    return new UserAgent(
        null,
        vendor + '/' + model,
        version,
        address == null ? OptionalLong.empty() : MacAddress.parse(address));
  }
}
