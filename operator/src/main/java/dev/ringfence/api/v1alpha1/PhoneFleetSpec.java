package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Groups written here and groups read from an inventory are added together. */
@ResourceValue
@ValidationRule(
    value = "(has(self.groups) && size(self.groups) > 0) || has(self.inventory)",
    message =
        "a fleet names phones: give groups with at least one entry, or inventory with configMapKeyRef"
            + " {name, key}")
public record PhoneFleetSpec(
    @JsonPropertyDescription("Groups of phones with one model, firmware, site and sign-in method.")
        @Size(max = 2000)
        List<PhoneGroup> groups,
    @JsonPropertyDescription("An inventory file to count phones from.")
        @Nullable InventorySource inventory,
    @JsonPropertyDescription("Certificates that are pushed to the phones of this fleet.")
        @Nullable PushedTrust provisionedTrust) {

  public PhoneFleetSpec {
    groups = groups == null ? List.of() : List.copyOf(groups);
  }
}
