package dev.ringfence.controller;

import dev.ringfence.api.v1alpha1.DefectEntry;
import dev.ringfence.api.v1alpha1.FirmwareCatalog;
import dev.ringfence.api.v1alpha1.FirmwareCatalogStatus;
import dev.ringfence.catalog.CatalogDefect;
import dev.ringfence.gather.CatalogFormatException;
import dev.ringfence.gather.CatalogsInForce;
import dev.ringfence.gather.GatheredCatalog;
import io.javaoperatorsdk.operator.api.reconciler.Context;
import io.javaoperatorsdk.operator.api.reconciler.Reconciler;
import io.javaoperatorsdk.operator.api.reconciler.UpdateControl;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists what is wrong in a catalog; the rest of it is in force all the same. */
final class FirmwareCatalogReconciler implements Reconciler<FirmwareCatalog> {
  private static final int MAX_MESSAGE = 1024;

  private final CatalogsInForce catalogs;
  private final StatusWriter<FirmwareCatalog, FirmwareCatalogStatus> statuses;
  private final Clock clock;

  FirmwareCatalogReconciler(
      CatalogsInForce catalogs,
      StatusWriter<FirmwareCatalog, FirmwareCatalogStatus> statuses,
      Clock clock) {
    this.catalogs = catalogs;
    this.statuses = statuses;
    this.clock = clock;
  }

  @Override
  public UpdateControl<FirmwareCatalog> reconcile(
      FirmwareCatalog catalog, Context<FirmwareCatalog> context) {
    if (context.isPrimaryResourceDeleted()) {
      statuses.forget(catalog);
      return UpdateControl.noUpdate();
    }
    return statuses.apply(catalog, status(catalog));
  }

  private FirmwareCatalogStatus status(FirmwareCatalog resource) {
    try {
      GatheredCatalog gathered = catalogs.gather(resource);
      return status(resource, gathered.catalog(), gathered.defects());
    } catch (CatalogFormatException e) {
      return status(resource, null, e.defects());
    }
  }

  /**
   * @param catalog null if no part of it can be used
   */
  private FirmwareCatalogStatus status(
      FirmwareCatalog resource,
      dev.ringfence.catalog.@Nullable FirmwareCatalog catalog,
      List<CatalogDefect> defects) {
    ConditionList conditions =
        StatusWriter.conditions(
            statuses.current(resource),
            FirmwareCatalogStatus::conditions,
            resource,
            clock.instant());
    if (defects.isEmpty()) {
      conditions.isTrue(ConditionType.READY, Reason.VALID, "Every entry is in force.");
    } else {
      String message =
          catalog == null
              ? "No part of it can be used, and renewals are on Hold until it is corrected or"
                  + " deleted: "
                  + defects.get(0)
              : "%d entries are wrong and left out, the others are in force; the first: %s"
                  .formatted(defects.size(), defects.get(0));
      conditions
          .isFalse(ConditionType.READY, Reason.DEFECTS, message)
          .isTrue(ConditionType.STALLED, Reason.DEFECTS, message);
    }
    return new FirmwareCatalogStatus(
        StatusWriter.generation(resource),
        catalog == null ? 0L : catalog.releases().size(),
        catalog == null ? 0L : catalog.certificates().size(),
        catalog == null ? 0L : catalog.statements().size(),
        (long) defects.size(),
        defects.stream()
            .limit(FirmwareCatalogStatus.MAX_DEFECTS)
            .map(d -> new DefectEntry(d.place(), Texts.atMost(MAX_MESSAGE, d.message())))
            .toList(),
        conditions.toList());
  }
}
