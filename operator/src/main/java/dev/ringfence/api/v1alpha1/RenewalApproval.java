package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** Acceptance of one chain's losses, bound to what was accepted. */
@Group("ringfence.dev")
@Version("v1alpha1")
@ShortNames("rna")
@Categories("ringfence")
@JsonClassDescription(
    "RenewalApproval accepts what a blocked renewal breaks: exactly this chain, these rules and this"
        + " many phones, until an instant. Its spec never changes.")
@AdditionalPrinterColumn(name = "Renewal", jsonPath = ".spec.renewal")
@AdditionalPrinterColumn(
    name = "In Force",
    jsonPath = ".status.inForce",
    type = AdditionalPrinterColumn.Type.BOOLEAN)
@AdditionalPrinterColumn(name = "Failing", jsonPath = ".status.failingClause")
@AdditionalPrinterColumn(
    name = "Max Phones",
    jsonPath = ".spec.maxPhones",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Expires", jsonPath = ".spec.expiresAt")
@AdditionalPrinterColumn(name = "Approved By", jsonPath = ".spec.approvedBy")
@AdditionalPrinterColumn(name = "Change", jsonPath = ".spec.change", priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SuppressWarnings("serial")
public final class RenewalApproval
    extends CustomResource<RenewalApprovalSpec, RenewalApprovalStatus> implements Namespaced {}
