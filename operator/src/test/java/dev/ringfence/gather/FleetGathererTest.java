package dev.ringfence.gather;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ringfence.api.v1alpha1.InventorySource;
import dev.ringfence.api.v1alpha1.KeyRef;
import dev.ringfence.api.v1alpha1.PhoneFleet;
import dev.ringfence.api.v1alpha1.PhoneFleetSpec;
import dev.ringfence.api.v1alpha1.PhoneGroup;
import dev.ringfence.api.v1alpha1.PushedTrust;
import dev.ringfence.api.v1alpha1.WebServiceTrust;
import dev.ringfence.fleet.FleetGroup;
import dev.ringfence.fleet.GroupKind;
import dev.ringfence.fleet.SignIn;
import dev.ringfence.fleet.TestCatalogs;
import dev.ringfence.policy.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FleetGathererTest {
  private static final PhoneGroup LOBBY =
      new PhoneGroup(
          "lobby",
          "lync-phone-edition",
          "CX600",
          "4.0.7577.4387",
          120L,
          "hq",
          "UsbTether",
          "InUse",
          "2026-11-01",
          true);
  private static final InventorySource INVENTORY =
      new InventorySource(new KeyRef("inventory", "phones.csv"), null);

  private final FleetGatherer gatherer = new FleetGatherer();

  @Test
  void readsAGroup() {
    var fleet = gather(new PhoneFleetSpec(List.of(LOBBY), null, null), null);
    assertThat(fleet.groups())
        .containsExactly(
            new FleetGroup(
                "lobby",
                "lync-phone-edition",
                "CX600",
                "4.0.7577.4387",
                120,
                "hq",
                SignIn.USB_TETHER,
                GroupKind.IN_USE,
                Instant.parse("2026-11-01T00:00:00Z"),
                true));
    assertThat(fleet.observedAt()).isEqualTo(Instant.parse("2026-11-01T00:00:00Z"));
  }

  @Test
  void leavesOpenWhatAGroupDoesNotSay() {
    var group = new PhoneGroup("a", null, null, "4.0.7577.4387", 1L, null, null, null, null, null);
    assertThat(gather(new PhoneFleetSpec(List.of(group), null, null), null).groups())
        .containsExactly(
            new FleetGroup(
                "a",
                null,
                "",
                "4.0.7577.4387",
                1,
                "",
                SignIn.UNDECLARED,
                GroupKind.IN_USE,
                null,
                false));
  }

  @Test
  void namesEverythingThatIsWrongAtOnce() {
    var wrong =
        new PhoneGroup(
            "lobby", null, "x".repeat(129), " ", -1L, null, "Wifi", "Used", "soon", null);
    var missing = new PhoneGroup("", null, null, "", 1L, null, null, null, null, null);
    var problem =
        problem(new PhoneFleetSpec(List.of(LOBBY, wrong, missing), INVENTORY, null), null);
    assertThat(problem.reason()).isEqualTo("FleetInvalid");
    assertThat(problem.onlyAnEditHeals()).isTrue();
    assertThat(problem.message())
        .startsWith("PhoneFleet desk-phones cannot be used. ")
        .contains(
            "spec.groups[1].firmware: is missing.",
            "spec.groups[1].kind: expected one of InUse, Spare, found \"Used\".",
            "spec.groups[1].lastSeen: expected a date such as 2026-11-05 or an instant",
            "spec.groups[1].model: expected at most 128 characters, found 129.",
            "spec.groups[1].name: two groups are named \"lobby\".",
            "spec.groups[1].phones: expected 0 to 10000000 phones, found -1.",
            "spec.groups[1].signIn: expected one of UsbTether, Pin, Credentials, found \"Wifi\".",
            "spec.groups[2].firmware: is missing.",
            "spec.groups[2].name: is missing.",
            "spec.inventory: its content is not at hand; expected the file itself.");
  }

  @Test
  void refusesAFleetWithoutSpecAndOneThatIsTooLarge() {
    assertThat(problem(null, null).message())
        .isEqualTo(
            "PhoneFleet desk-phones cannot be used. spec: is missing; expected groups or an"
                + " inventory.");
    var many = new PhoneFleetSpec(Collections.nCopies(2_001, LOBBY), null, null);
    assertThat(problem(many, null).message())
        .contains("spec.groups: expected at most 2000 groups, found 2001.");
  }

  @Test
  void anEmptyFleetIsForTheEngineToHold() {
    assertThat(gather(new PhoneFleetSpec(List.of(), null, null), null).phonesInUse()).isZero();
  }

  @Test
  void addsTheGroupsOfTheInventory() {
    var fleet =
        gather(
            new PhoneFleetSpec(List.of(LOBBY), INVENTORY, null),
            "model,firmware,phones\nPOLYCOM/CX600,4.0.7577.4420,3\nRoundTable,1.0.0.1,2\n");
    assertThat(phones(fleet)).isEqualTo(Map.of("lobby", 120L, "CX600 4.0.7577.4420", 3L));
    assertThat(fleet.excluded()).extracting("name", "count").containsExactly(tuple("camera", 2L));
  }

  @Test
  void countedGroupsGiveWayToWrittenNames() {
    var written =
        new PhoneGroup("CX600 1.0.0.1", null, "CX600", "1.0.0.2", 1L, null, null, null, null, null);
    var fleet =
        gather(
            new PhoneFleetSpec(List.of(written), INVENTORY, null),
            "model,firmware,phones\nCX600,1.0.0.1,3\n");
    assertThat(phones(fleet))
        .isEqualTo(Map.of("CX600 1.0.0.1", 1L, "CX600 1.0.0.1 (inventory)", 3L));
  }

  @Test
  void refusedRowsHoldTheFleetAndAreCountedForItsStatus() {
    var spec = new PhoneFleetSpec(List.of(), INVENTORY, null);
    var text = "model,firmware,phones\nCX600,1.0.0.1,3\n" + "CX600,1.0.0.1,many\n".repeat(7);
    var problem = problem(spec, text);
    assertThat(problem.reason()).isEqualTo("InventoryRowsRefused");
    assertThat(problem.onlyAnEditHeals()).isTrue();
    assertThat(problem.message())
        .startsWith(
            "Rows of the inventory of desk-phones that were refused: 7, so not all phones are"
                + " counted; correct or remove them. PhoneFleet desk-phones, spec.inventory, line 3:"
                + " phones is not a number, expected a whole number from 0 to 10000000.")
        .contains("line 7:")
        .doesNotContain("line 8:");
    var counted = gatherer.count(resource(spec), content(text), TestCatalogs.phones());
    assertThat(counted.refusedRows()).isEqualTo(7);
    assertThat(counted.fleet().phonesInUse()).isEqualTo(3);
  }

  @Test
  void anUnreadableInventoryIsAProblem() {
    var spec = new PhoneFleetSpec(List.of(), INVENTORY, null);
    assertThat(problem(spec, "hello").message())
        .startsWith("PhoneFleet desk-phones, spec.inventory: the head of the file is of no known");
    assertThat(problem(spec, "hello").onlyAnEditHeals()).isTrue();
    var broken =
        catchThrowableOfType(
            UnresolvedInputException.class,
            () ->
                gatherer.gather(
                    resource(spec),
                    () -> {
                      throw new IOException("gone");
                    },
                    TestCatalogs.phones()));
    assertThat(broken.problem().reason()).isEqualTo("InventoryUnreadable");
    assertThat(broken.problem().onlyAnEditHeals()).isFalse();
  }

  @Test
  void theFormatOfTheInventoryCanBeForced() {
    var source = new InventorySource(new KeyRef("inventory", "phones"), "UserAgents");
    var fleet = gather(new PhoneFleetSpec(List.of(), source, null), "Acme 1\nAcme 1\n");
    assertThat(phones(fleet)).isEqualTo(Map.of("Acme 1 unknown", 2L));
    var unknown = new InventorySource(new KeyRef("inventory", "phones"), "Excel");
    assertThat(problem(new PhoneFleetSpec(List.of(), unknown, null), "x").message())
        .contains(
            "spec.inventory.format: expected one of Auto, InventoryReport, AuditLog, UserAgents,"
                + " Plain, found \"Excel\".");
  }

  @Test
  void readsPushedCertificatesOnce() throws IOException {
    var pem = Files.readString(Path.of("examples/chains/geotrust-global-ca-by-equifax.pem"));
    var trust =
        new PushedTrust(
            List.of(pem, pem), new WebServiceTrust(List.of(pem), false, List.of(443, 80, 443)));
    var read = gather(new PhoneFleetSpec(List.of(LOBBY), null, trust), null).provisionedTrust();
    assertThat(read.activeDirectory()).hasSize(1);
    assertThat(read.certificateWebService()).isNotNull();
    assertThat(read.certificateWebService().trustedCaCerts()).isEqualTo(read.activeDirectory());
    assertThat(read.certificateWebService().inferCertChainFromSsl()).isFalse();
    assertThat(read.certificateWebService().ports()).containsExactly(80, 443);
  }

  @Test
  void inferringTheChainCountsAsOnWhereNobodySaysThatItIsOff() {
    var trust = new PushedTrust(List.of(), new WebServiceTrust(List.of(), null, List.of()));
    var service =
        gather(new PhoneFleetSpec(List.of(LOBBY), null, trust), null)
            .provisionedTrust()
            .certificateWebService();
    assertThat(service).isNotNull();
    assertThat(service.inferCertChainFromSsl()).isTrue();
    assertThat(service.ports()).containsExactly(80, 443);
  }

  @Test
  void namesThePushedCertificateThatCannotBeRead() {
    var trust =
        new PushedTrust(
            List.of("no certificate"), new WebServiceTrust(List.of(), true, List.of(0)));
    assertThat(problem(new PhoneFleetSpec(List.of(LOBBY), null, trust), null).message())
        .contains(
            "spec.provisionedTrust.activeDirectory[0]: ",
            "spec.provisionedTrust.certificateWebService.ports: expected 1 to 65535, found 0.");
  }

  @Test
  void aSummarizedFleetCarriesItsRefusedRowsAndWhenItWasObserved() {
    var fleet = resource(new PhoneFleetSpec(List.of(LOBBY), null, null));
    fleet.getMetadata().setAnnotations(Map.of("ringfence.dev/observed-at", "2026-11-20T17:45:00Z"));
    assertThat(gatherer.gather(fleet, null, TestCatalogs.phones()).observedAt())
        .isEqualTo(Instant.parse("2026-11-20T17:45:00Z"));
    fleet.getMetadata().setAnnotations(Map.of("ringfence.dev/refused-rows", "2"));
    assertThatThrownBy(() -> gatherer.gather(fleet, null, TestCatalogs.phones()))
        .isInstanceOf(UnresolvedInputException.class)
        .hasMessage(
            "Rows of the inventory of desk-phones that were refused: 2, so not all phones are"
                + " counted; correct or remove them.");
    fleet
        .getMetadata()
        .setAnnotations(
            Map.of("ringfence.dev/refused-rows", "none", "ringfence.dev/observed-at", "today"));
    assertThatThrownBy(() -> gatherer.gather(fleet, null, TestCatalogs.phones()))
        .hasMessageContaining("metadata.annotations.ringfence.dev/refused-rows: expected a whole")
        .hasMessageContaining(
            "metadata.annotations.ringfence.dev/observed-at: expected an instant");
  }

  private static Tuple tuple(Object... values) {
    return Tuple.tuple(values);
  }

  private static Map<String, Long> phones(dev.ringfence.fleet.PhoneFleet fleet) {
    return fleet.groups().stream().collect(Collectors.toMap(FleetGroup::name, FleetGroup::phones));
  }

  private dev.ringfence.fleet.PhoneFleet gather(PhoneFleetSpec spec, @Nullable String inventory) {
    return gatherer.gather(resource(spec), content(inventory), TestCatalogs.phones());
  }

  private Problem problem(@Nullable PhoneFleetSpec spec, @Nullable String inventory) {
    var thrown =
        catchThrowableOfType(
            UnresolvedInputException.class,
            () -> gatherer.gather(resource(spec), content(inventory), TestCatalogs.phones()));
    assertThat(thrown).isNotNull();
    return thrown.problem();
  }

  private static @Nullable Content content(@Nullable String text) {
    return text == null ? null : Content.of(text.getBytes(StandardCharsets.UTF_8));
  }

  private static PhoneFleet resource(@Nullable PhoneFleetSpec spec) {
    var fleet = new PhoneFleet();
    fleet.getMetadata().setName("desk-phones");
    if (spec != null) {
      fleet.setSpec(spec);
    }
    return fleet;
  }
}
