package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.testing.Suites;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MozillaPackTest {
  /** Store, number of roots, SHA-256 over their sorted digests. */
  private static final String STORES =
      """
      mozilla/2011-10-06 137 b27e4e05b671ed496f02d0758a21f2a311afa5e9cf79b5c9f46f5258d019840d
      certifi/0.0.1 137 b27e4e05b671ed496f02d0758a21f2a311afa5e9cf79b5c9f46f5258d019840d
      certifi/0.0.8 135 8f8a45678c916b4cf89e9fc1fccd5339a1a6e54de124119e638b849a0da65a83
      mozilla/2012-12-29 144 9486b6b5493807c8fdd1f3b3f8401b81b57cf0c05824b7f887b4b52c8d2a7b6c
      certifi/1.0.1 152 ede1dd3708e81ae3572c9a716ac33a6eae48c2afb75d6de9b372ba6b8d3c1cde
      mozilla/2015-04-20 155 1af059c5800909bd830e1aa50972b20d5d43b70ae0e95b43c0cb4af0b824a1a6
      certifi/2015.4.28 168 57abfac872c40babe068d63e154fb30a457d963b4b7b61b3472feedf4a678edb
      certifi/2015.11.20 150 3ddfca022f2d01b83e44dcb1d8212fbdb3b1e8ed9ae293cc859fc0400e9e7dea
      mozilla/2018-01-18 133 b018a00f12935310c12881798cce11cd565d84cc761ecb823347dd3b29109b0c
      certifi/2018.1.18 132 35072e02b9122326a37437112770de164acd72fd85bf44e03ad2c109cf4e5319
      mozilla/2019-12-03 138 330586813ad0f4ac28b013824d309125fa6378b154af903b1f80e799ce9aca76
      certifi/2020.4.5 138 330586813ad0f4ac28b013824d309125fa6378b154af903b1f80e799ce9aca76
      mozilla/2020-12-11 129 be036ada904962ce1eca19946fa6134abb1d4e92e8c25845e3140893f8b8c713
      certifi/2020.12.5 129 be036ada904962ce1eca19946fa6134abb1d4e92e8c25845e3140893f8b8c713
      mozilla/2022-06-23 141 41a88d6c5830ed79222658d002e301d710debe92e8c84bc930a75a015dfa4b2e
      certifi/2022.6.15 141 41a88d6c5830ed79222658d002e301d710debe92e8c84bc930a75a015dfa4b2e
      mozilla/2024-11-21 149 8679e032ebe303c8fc30036873fabda30ded10de2dc72aea982a4cb2808f1456
      certifi/2024.12.14 149 8679e032ebe303c8fc30036873fabda30ded10de2dc72aea982a4cb2808f1456
      mozilla/2025-07-17 146 5ae7731721ffb747af8473e3f8ad731377fb31bf19719a3503059c8258bb7646
      certifi/2025.7.14 146 5ae7731721ffb747af8473e3f8ad731377fb31bf19719a3503059c8258bb7646
      mozilla/2026-02-19 145 198226aedca48a2d2d256da63ffb5836367954a983de81a6a3482b0a3e34ec50
      certifi/2026.10.18 117 adb330a8fe6bc5bbef2f97cc2136116285b4963c9125d5f17f4fd30f8ed9dc77
      """;

  private static PackFile pack;
  private static Map<String, String> digests;

  @BeforeAll
  static void readThePack() throws IOException {
    pack = PackFile.read("mozilla");
    digests = new TreeMap<>();
    for (var store : pack.list("trustStores")) {
      digests.put(store.get("name").textValue(), digest(members(store.get("name").textValue())));
    }
  }

  @Test
  void everyStoreIsExactlyTheListOfItsEdition() {
    var expected = new TreeMap<String, String>();
    STORES
        .lines()
        .map(line -> line.split(" "))
        .forEach(
            row -> {
              expected.put(row[0], row[2]);
              assertThat(members(row[0])).as(row[0]).hasSize(Integer.parseInt(row[1]));
            });
    assertThat(digests).isEqualTo(expected);
  }

  @Test
  void everyStoreIsThatOfTheReferenceData() {
    var reference = new HashMap<String, String>();
    Suites.text("stores/stores.tsv.xz")
        .lines()
        .map(line -> line.split("\t"))
        .forEach(row -> reference.put(row[0], row[3]));
    assertThat(reference).containsAllEntriesOf(digests);
  }

  @Test
  void everyStoreIsCompleteAndDocumented() {
    assertThat(pack.list("trustStores"))
        .allMatch(store -> store.get("complete").booleanValue())
        .allMatch(store -> store.get("level").textValue().equals("Documented"))
        .noneMatch(store -> store.has("entries"));
  }

  @Test
  void everyCertificateStandsOnceIsUsedAndNamesItsOrigin() {
    var used = new HashSet<String>();
    pack.list("trustStores").forEach(store -> used.addAll(PackFile.texts(store, "certificates")));
    assertThat(pack.certificates().keySet()).containsExactlyInAnyOrderElementsOf(used);
    assertThat(pack.sha256s()).doesNotHaveDuplicates();
    pack.certificates()
        .forEach(
            (id, certificate) ->
                assertThat(id).endsWith("-" + certificate.sha256().substring(0, 8)));
    assertThat(pack.list("certificates"))
        .allMatch(entry -> entry.path("origin").asText().matches("PyPI certifi [0-9.]+, \\S+"));
  }

  @Test
  void everyStoreNamesAListedPackage() {
    var listed = pack.list("sources").stream().map(source -> source.get("id").textValue()).toList();
    assertThat(pack.list("trustStores"))
        .allSatisfy(store -> assertThat(listed).containsAll(PackFile.texts(store, "sources")));
  }

  private static List<String> members(String store) {
    var members = new ArrayList<String>();
    PackFile.texts(pack.trustStore(store), "certificates")
        .forEach(id -> members.add(pack.sha256Of(id)));
    return members;
  }

  private static String digest(List<String> sha256s) {
    var lines =
        sha256s.stream().distinct().sorted().map(line -> line + "\n").collect(Collectors.joining());
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256")
                  .digest(lines.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
