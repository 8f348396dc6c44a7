package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.api.model.Namespaced;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** The standing gate of one target: its chain is edited for each renewal. */
@Group("ringfence.dev")
@Version("v1alpha1")
@ShortNames("crn")
@Categories("ringfence")
@JsonClassDescription(
    "CertificateRenewal is the standing gate of one target: the chain that is to be served next, the"
        + " fleets that must still trust it, and the verdict. Edit spec.chain for each renewal.")
@AdditionalPrinterColumn(name = "Verdict", jsonPath = ".status.verdict")
@AdditionalPrinterColumn(name = "Gate", jsonPath = ".status.gate")
@AdditionalPrinterColumn(
    name = "Phones",
    jsonPath = ".status.phones.total",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Broken",
    jsonPath = ".status.phones.broken",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Undetermined",
    jsonPath = ".status.phones.undetermined",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(name = "Breaks", jsonPath = ".status.breaksAt")
@AdditionalPrinterColumn(
    name = "Reason",
    jsonPath = ".status.conditions[?(@.type==\"Ready\")].reason",
    priority = 1)
@AdditionalPrinterColumn(name = "Chain", jsonPath = ".status.chainSha256", priority = 1)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SuppressWarnings("serial")
public final class CertificateRenewal
    extends CustomResource<CertificateRenewalSpec, CertificateRenewalStatus>
    implements Namespaced {}
