package dev.ringfence.report;

import dev.ringfence.pki.Certificate;
import dev.ringfence.policy.Advice;
import dev.ringfence.policy.AdvisedGroup;
import dev.ringfence.policy.Effect;
import dev.ringfence.policy.FirmwareUpgrade;
import dev.ringfence.policy.ProfileVerdict;
import dev.ringfence.policy.ServedEdit;
import dev.ringfence.policy.TrustPush;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The part of the JSON report that says what would repair it. */
final class AdviceJson {
  /** Groups and answers named for each advice; the counts are always those of all. */
  static final int MAX_NAMED = 20;

  private static final int PEM_LINE = 64;

  private AdviceJson() {}

  static void write(JsonWriter json, Advice advice) {
    Effect effect = advice.effect();
    json.text("kind", advice.kind().label());
    json.text("message", advice.message());
    json.flag("verified", advice.kind().verified());
    json.number("phonesRecovered", advice.phonesRecovered());
    json.number("phonesLost", advice.phonesLost());
    json.number("phonesEased", advice.phonesEased());
    json.text("verdict", effect.verdict() == null ? null : effect.verdict().label());
    json.nested("edit", advice.edit(), edit -> edit(json, edit));
    json.objects("upgrades", named(advice.upgrades()), upgrade -> upgrade(json, upgrade));
    json.nested("push", advice.push(), push -> push(json, push));
    json.texts("commands", advice.commands());
    json.objects("recovered", named(effect.recovered()), group -> group(json, group));
    json.objects("lost", named(effect.lost()), group -> group(json, group));
    json.objects("eased", named(effect.eased()), group -> group(json, group));
    json.objects("profiles", named(effect.profiles()), verdict -> verdict(json, verdict));
    json.number(
        "omitted",
        omitted(advice.upgrades())
            + omitted(effect.recovered())
            + omitted(effect.lost())
            + omitted(effect.eased())
            + omitted(effect.profiles()));
  }

  private static void edit(JsonWriter json, ServedEdit edit) {
    json.texts("added", sha256(edit.added()));
    json.texts("dropped", sha256(edit.dropped()));
    json.flag("reordered", edit.reordered());
    json.texts("order", sha256(edit.chain().certificates()));
    json.text("chainSha256", edit.chain().sha256());
    json.text("pem", pem(edit.chain().certificates()));
  }

  private static void upgrade(JsonWriter json, FirmwareUpgrade upgrade) {
    json.text("platform", upgrade.platform());
    json.text("family", upgrade.family());
    json.text("from", upgrade.from().toString());
    json.text("to", upgrade.to().toString());
    json.text("release", upgrade.release());
    json.text("via", upgrade.via() == null ? null : upgrade.via().toString());
    json.number("phones", upgrade.phones());
    json.texts("groups", named(upgrade.groups()));
  }

  private static void push(JsonWriter json, TrustPush push) {
    json.text("means", push.means().label());
    json.text("sha1", push.certificate().sha1());
    json.nested("certificate", fields -> ReportJson.certificate(json, push.certificate()));
    json.text("pem", pem(List.of(push.certificate())));
  }

  private static void group(JsonWriter json, AdvisedGroup advised) {
    json.text("fleet", advised.fleet());
    json.text("name", advised.group().name());
    json.text("model", advised.group().model());
    json.text("firmware", advised.group().firmware());
    json.text("kind", advised.group().kind().label());
    json.number("phones", advised.group().phones());
    json.text("before", advised.before().label());
    json.text("after", advised.after().label());
    json.texts("settled", advised.settled());
    json.texts("remaining", advised.remaining());
  }

  private static void verdict(JsonWriter json, ProfileVerdict verdict) {
    json.text("profile", verdict.profile());
    json.number("phones", verdict.phones());
    json.nested("before", fields -> answer(json, verdict.before()));
    json.nested("after", fields -> answer(json, verdict.after()));
  }

  private static void answer(JsonWriter json, ProfileVerdict.Answer answer) {
    Certificate last = answer.last();
    json.text("result", answer.result());
    json.text("certificate", last == null ? null : last.sha256());
  }

  private static List<String> sha256(List<Certificate> certificates) {
    return certificates.stream().map(Certificate::sha256).toList();
  }

  private static String pem(List<Certificate> certificates) {
    Base64.Encoder base64 =
        Base64.getMimeEncoder(PEM_LINE, "\n".getBytes(StandardCharsets.US_ASCII));
    return certificates.stream()
        .map(Certificate::encoded)
        .map(
            der ->
                "-----BEGIN CERTIFICATE-----\n"
                    + base64.encodeToString(der)
                    + "\n-----END CERTIFICATE-----\n")
        .collect(Collectors.joining());
  }

  private static <T> List<T> named(List<T> all) {
    return all.subList(0, Math.min(all.size(), MAX_NAMED));
  }

  private static int omitted(List<?> all) {
    return Math.max(all.size() - MAX_NAMED, 0);
  }
}
