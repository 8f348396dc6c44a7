package dev.ringfence.policy;

/** What somebody would have to do. */
public enum AdviceKind {
  /** Another served chain, with which phones are recovered or questions settled and none lost. */
  CHANGE_SERVED_CHAIN("ChangeServedChain"),
  /** One release after another for the phones that have an older one. */
  UPGRADE_FIRMWARE("UpgradeFirmware"),
  /** A root published in the directory. */
  PUBLISH_IN_ACTIVE_DIRECTORY("PublishInActiveDirectory"),
  /** A root handed out by the certificate web service. */
  TRUST_IN_WEB_SERVICE("TrustInWebService"),
  /** Nothing to do: what suits some phones does not suit the others. */
  NO_SINGLE_SERVED_CHAIN("NoSingleServedChain"),
  /** Another served chain that recovers some phones and loses others. */
  SERVE_OTHER_CHAIN_TO_SOME("ServeOtherChainToSome"),
  /** Certificates that do not exist yet, so that nothing could be evaluated. */
  REISSUE_WITHOUT_RSASSA_PSS("ReissueWithoutRsassaPss");

  private final String label;

  AdviceKind(String label) {
    this.label = label;
  }

  /** The constant used in reports. */
  public String label() {
    return label;
  }

  /** Whether advice of this kind has been evaluated. */
  public boolean verified() {
    return this != REISSUE_WITHOUT_RSASSA_PSS;
  }
}
