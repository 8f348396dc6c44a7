package dev.ringfence.api.v1alpha1;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import io.fabric8.generator.annotation.Size;
import io.fabric8.generator.annotation.ValidationRule;
import org.jspecify.annotations.Nullable;

/** Where a chain is read from: exactly one of the three. */
@ResourceValue
@ValidationRule(
    value =
        "(has(self.inline) ? 1 : 0) + (has(self.configMapKeyRef) ? 1 : 0) + (has(self.secretKeyRef) ? 1"
            + " : 0) == 1",
    message =
        "name exactly one source: inline with PEM text, or configMapKeyRef {name, key}, or secretKeyRef"
            + " {name, key}")
public record ChainSource(
    @JsonPropertyDescription(
            "PEM certificates, end entity first, at most 128 KiB. Never a private key.")
        @Size(min = 1, max = 131072)
        @Nullable String inline,
    @JsonPropertyDescription(
            "A key of a ConfigMap of the same namespace that carries the label ringfence.dev/input:"
                + " \"true\".")
        @Nullable KeyRef configMapKeyRef,
    @JsonPropertyDescription(
            "A key of a Secret of the same namespace that carries the label ringfence.dev/input:"
                + " \"true\", usually tls.crt. The operator must have been granted that namespace's"
                + " Secrets; it never reads a private key.")
        @Nullable KeyRef secretKeyRef) {}
