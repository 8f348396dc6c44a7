package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Which phones run what, and what trust is pushed to them. */
@Group("ringfence.dev")
@Version("v1alpha1")
@ShortNames("pf")
@Categories("ringfence")
@JsonClassDescription(
    "PhoneFleet says which phones run which firmware, written as groups or read from an inventory, and"
        + " which trust is pushed to them.")
@AdditionalPrinterColumn(
    name = "Phones",
    jsonPath = ".status.phones",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Groups",
    jsonPath = ".status.groups",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Observed", jsonPath = ".status.observedAt")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SuppressWarnings("serial")
public final class PhoneFleet extends CustomResource<PhoneFleetSpec, PhoneFleetStatus>
    implements Namespaced {}
