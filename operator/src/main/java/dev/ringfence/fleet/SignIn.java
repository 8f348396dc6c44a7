package dev.ringfence.fleet;

import java.util.Arrays;
import java.util.Optional;

/** How the users of a group sign in, which decides by what means trust can be pushed to it. */
public enum SignIn {
  USB_TETHER("UsbTether"),
  PIN("Pin"),
  CREDENTIALS("Credentials"),
  /** Nobody said; pushed trust does not count. */
  UNDECLARED("Undeclared");

  private final String label;

  SignIn(String label) {
    this.label = label;
  }

  public String label() {
    return label;
  }

  /** A declared method by its exact label; {@code Undeclared} is said by saying nothing. */
  public static Optional<SignIn> declared(String label) {
    return Arrays.stream(values())
        .filter(signIn -> signIn != UNDECLARED && signIn.label.equals(label))
        .findFirst();
  }
}
