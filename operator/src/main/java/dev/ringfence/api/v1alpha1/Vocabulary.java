package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The words that the schemas admit. The fields themselves are strings: one stored resource with a
 * constant that this build does not know would otherwise stop the informer for all of them.
 */
final class Vocabulary {
  private Vocabulary() {}

  enum Verdict {
    @JsonProperty("Allow")
    ALLOW,
    @JsonProperty("Warn")
    WARN,
    @JsonProperty("Block")
    BLOCK,
    @JsonProperty("Hold")
    HOLD
  }

  enum Gate {
    @JsonProperty("Open")
    OPEN,
    @JsonProperty("Closed")
    CLOSED
  }

  enum Mode {
    @JsonProperty("Enforce")
    ENFORCE,
    @JsonProperty("Observe")
    OBSERVE
  }

  enum Undetermined {
    @JsonProperty("Block")
    BLOCK,
    @JsonProperty("Warn")
    WARN
  }

  enum Evidence {
    @JsonProperty("Documented")
    DOCUMENTED,
    @JsonProperty("Observed")
    OBSERVED,
    @JsonProperty("FieldReported")
    FIELD_REPORTED,
    @JsonProperty("Inferred")
    INFERRED,
    @JsonProperty("Recollected")
    RECOLLECTED
  }

  enum SignIn {
    @JsonProperty("UsbTether")
    USB_TETHER,
    @JsonProperty("Pin")
    PIN,
    @JsonProperty("Credentials")
    CREDENTIALS
  }

  enum GroupKind {
    @JsonProperty("InUse")
    IN_USE,
    @JsonProperty("Spare")
    SPARE
  }

  enum InventoryFormat {
    @JsonProperty("Auto")
    AUTO,
    @JsonProperty("InventoryReport")
    INVENTORY_REPORT,
    @JsonProperty("AuditLog")
    AUDIT_LOG,
    @JsonProperty("UserAgents")
    USER_AGENTS,
    @JsonProperty("Plain")
    PLAIN
  }

  enum ConditionStatus {
    @JsonProperty("True")
    TRUE,
    @JsonProperty("False")
    FALSE,
    @JsonProperty("Unknown")
    UNKNOWN
  }
}
