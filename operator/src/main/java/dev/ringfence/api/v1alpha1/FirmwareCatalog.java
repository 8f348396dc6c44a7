package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonClassDescription;
import io.fabric8.crd.generator.annotation.AdditionalPrinterColumn;
import io.fabric8.kubernetes.client.CustomResource;
import io.fabric8.kubernetes.model.annotation.Categories;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.ShortNames;
import io.fabric8.kubernetes.model.annotation.Version;

/** What each release of a platform's firmware trusts and verifies. Cluster-scoped. */
@Group("ringfence.dev")
@Version("v1alpha1")
@ShortNames("fwc")
@Categories("ringfence")
@JsonClassDescription(
    "FirmwareCatalog says what each release of a platform's firmware trusts, verifies and how it builds"
        + " paths. Every statement names its evidence. Objects overlay the built-in catalogs and each"
        + " other by priority, then by name.")
@AdditionalPrinterColumn(name = "Platform", jsonPath = ".spec.platform")
@AdditionalPrinterColumn(name = "Edition", jsonPath = ".spec.edition")
@AdditionalPrinterColumn(
    name = "Priority",
    jsonPath = ".spec.priority",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Releases",
    jsonPath = ".status.releases",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Defects",
    jsonPath = ".status.defectCount",
    type = AdditionalPrinterColumn.Type.INTEGER)
@AdditionalPrinterColumn(
    name = "Age",
    jsonPath = ".metadata.creationTimestamp",
    type = AdditionalPrinterColumn.Type.DATE)
@SuppressWarnings("serial")
public final class FirmwareCatalog
    extends CustomResource<FirmwareCatalogSpec, FirmwareCatalogStatus> {}
