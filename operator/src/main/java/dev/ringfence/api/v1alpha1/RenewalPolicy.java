package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** How findings become a verdict, where that differs from the built-in defaults. */
@Group("ringfence.dev")
@Version("v1alpha1")
@Plural("renewalpolicies")
@ShortNames("rnp")
@Categories("ringfence")
@JsonClassDescription(
    "RenewalPolicy says how findings become a verdict where that differs from the built-in defaults."
        + " It applies to the renewals of its namespace that name it.")
@AdditionalPrinterColumn(name = "Mode", jsonPath = ".spec.mode")
@AdditionalPrinterColumn(name = "Undetermined", jsonPath = ".spec.undetermined")
@AdditionalPrinterColumn(name = "Evidence", jsonPath = ".spec.minimumEvidence")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason",
    priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SuppressWarnings("serial")
public final class RenewalPolicy extends CustomResource<RenewalPolicySpec, RenewalPolicyStatus>
    implements Namespaced {}
