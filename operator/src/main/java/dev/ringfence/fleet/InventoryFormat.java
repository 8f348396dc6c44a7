package dev.ringfence.fleet;

import java.util.Arrays;
import java.util.Optional;

/** What an inventory file can be; {@link #AUTO} tells from its head. */
public enum InventoryFormat {
  AUTO("Auto", "a format told from the head of the file"),
  INVENTORY_REPORT("InventoryReport", "an IP Phone Inventory Report exported as CSV"),
  AUDIT_LOG("AuditLog", "a device update audit log"),
  USER_AGENTS("UserAgents", "a list of SIP user agents"),
  PLAIN("Plain", "a plain CSV with the columns model,firmware,phones,site,signIn");

  private final String label;
  private final String description;

  InventoryFormat(String label, String description) {
    this.label = label;
    this.description = description;
  }

  public String label() {
    return label;
  }

  /** A noun phrase for messages. */
  public String description() {
    return description;
  }

  public static Optional<InventoryFormat> labelled(String label) {
    return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
  }
}
