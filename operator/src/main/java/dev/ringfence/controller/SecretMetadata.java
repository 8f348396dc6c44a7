package dev.ringfence.controller;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.fabric8.kubernetes.model.annotation.Group;
import io.fabric8.kubernetes.model.annotation.Kind;
import io.fabric8.kubernetes.model.annotation.Plural;
import io.fabric8.kubernetes.model.annotation.Version;

/** A Secret of which nothing but the metadata is decoded. It tells that a Secret changed. */
@Group("")
@Version("v1")
@Kind("Secret")
@Plural("secrets")
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonDeserialize(using = JsonDeserializer.None.class)
@SuppressWarnings("serial")
public final class SecretMetadata extends ObjectMetadata {
  /** Public, as its reader calls it. */
  public SecretMetadata() {
    super("Secret");
  }
}
