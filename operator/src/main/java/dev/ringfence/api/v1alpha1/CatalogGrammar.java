package dev.ringfence.api.v1alpha1;

/** What the fields of a firmware catalog may hold, in its schema and in files alike. */
public interface CatalogGrammar {
  String SOURCE_ID = "^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$";
  String PLATFORM = Patterns.PLATFORM;
  String FAMILY = "^[a-z0-9]([-a-z0-9]*[a-z0-9])?$";
  String MODEL = "^[A-Za-z0-9]([-A-Za-z0-9_.+]*[A-Za-z0-9+])?$";
  String PROFILE = "^[a-z0-9]([-a-z0-9.]*[a-z0-9])?$";
  String CERTIFICATE_ID = "^[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?$";
  String TRUST_STORE = "^[a-z0-9]([-a-z0-9_./]*[a-z0-9])?$";
  String CAPABILITY = "^[A-Za-z][-A-Za-z0-9.]*$";
  String SHA256 = Patterns.SHA256;
  String FIRMWARE_VERSION = Patterns.FIRMWARE_VERSION;

  /** A firmware version whose last number may be {@code *}. */
  String RELEASE_VERSION = "^[0-9]{1,9}(\\.[0-9]{1,9}){2}\\.([0-9]{1,9}|\\*)$";

  String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

  /** A day, a month or a year. */
  String DATE = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$";

  int MAX_ID = 128;
  int MAX_TEXT = 2048;
  int MAX_PEM = 131_072;
  int MIN_USER_AGENT = 3;
  int MIN_PRIORITY = -1000;
  int MAX_PRIORITY = 1000;

  int MAX_SOURCES = 512;
  int MAX_FAMILIES = 64;
  int MAX_MODELS = 512;
  int MAX_ALIASES = 32;
  int MAX_CERTIFICATES = 2000;
  int MAX_TRUST_STORES = 256;
  int MAX_STORE_ENTRIES = 1000;
  int MAX_STATEMENTS = 4000;
  int MAX_RELEASES = 1000;
  int MAX_UPGRADES = 256;
  int MAX_NOT_PHONES = 256;
  int MAX_PROFILES = 8;
  int MAX_CITED = 16;
}
