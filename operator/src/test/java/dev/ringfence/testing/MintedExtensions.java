package dev.ringfence.testing;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.asn1.x509.ExtensionsGenerator;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.jspecify.annotations.Nullable;

/** The extensions of a certificate to be; the fields are set by {@link CertificateMint}. */
final class MintedExtensions {
  private final Map<Integer, List<GeneralName>> names = new TreeMap<>();
  private final List<GeneralSubtree> permitted = new ArrayList<>();
  private final List<GeneralSubtree> excluded = new ArrayList<>();
  private final Map<String, Extension> others = new LinkedHashMap<>();

  List<String> purposes = List.of();
  List<String> policies = List.of();
  int keyUsage;
  @Nullable Boolean ca;
  @Nullable Integer pathLength;
  @Nullable String crlUri;
  @Nullable String caIssuersUri;
  boolean keyIdentifiers = true;

  void replaceNames(int kind, String... values) {
    var list = new ArrayList<GeneralName>();
    for (var value : values) {
      list.add(new GeneralName(kind, value));
    }
    names.put(kind, list);
  }

  void constrain(boolean permit, int kind, String... values) {
    for (var value : values) {
      (permit ? permitted : excluded).add(new GeneralSubtree(new GeneralName(kind, value)));
    }
  }

  void add(String oid, boolean critical, byte[] value) {
    others.put(oid, new Extension(new ASN1ObjectIdentifier(oid), critical, value.clone()));
  }

  Extensions generate(SubjectPublicKeyInfo own, SubjectPublicKeyInfo issuer) throws IOException {
    var generator = new ExtensionsGenerator();
    if (keyIdentifiers) {
      generator.addExtension(
          Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyIdentifier(own)));
      generator.addExtension(
          Extension.authorityKeyIdentifier,
          false,
          new AuthorityKeyIdentifier(keyIdentifier(issuer)));
    }
    addUsage(generator);
    addNames(generator);
    addAddresses(generator);
    others.values().forEach(generator::addExtension);
    return generator.generate();
  }

  private void addUsage(ExtensionsGenerator generator) throws IOException {
    if (ca != null) {
      generator.addExtension(Extension.basicConstraints, true, basicConstraints(ca));
    }
    if (keyUsage != 0) {
      generator.addExtension(Extension.keyUsage, true, new KeyUsage(keyUsage));
    }
    if (!purposes.isEmpty()) {
      var ids =
          purposes.stream()
              .map(ASN1ObjectIdentifier::new)
              .map(KeyPurposeId::getInstance)
              .toArray(KeyPurposeId[]::new);
      generator.addExtension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(ids));
    }
    if (!policies.isEmpty()) {
      var information =
          policies.stream()
              .map(oid -> new PolicyInformation(new ASN1ObjectIdentifier(oid)))
              .toArray(PolicyInformation[]::new);
      generator.addExtension(
          Extension.certificatePolicies, false, new CertificatePolicies(information));
    }
  }

  private ASN1Encodable basicConstraints(boolean isCa) {
    return isCa && pathLength != null
        ? new BasicConstraints(pathLength)
        : new BasicConstraints(isCa);
  }

  private void addNames(ExtensionsGenerator generator) throws IOException {
    var all = names.values().stream().flatMap(List::stream).toArray(GeneralName[]::new);
    if (all.length > 0) {
      generator.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(all));
    }
    if (!permitted.isEmpty() || !excluded.isEmpty()) {
      generator.addExtension(
          Extension.nameConstraints,
          true,
          new NameConstraints(
              permitted.isEmpty() ? null : permitted.toArray(GeneralSubtree[]::new),
              excluded.isEmpty() ? null : excluded.toArray(GeneralSubtree[]::new)));
    }
  }

  private void addAddresses(ExtensionsGenerator generator) throws IOException {
    if (crlUri != null) {
      var point =
          new DistributionPoint(
              new DistributionPointName(new GeneralNames(uri(crlUri))), null, null);
      generator.addExtension(
          Extension.cRLDistributionPoints,
          false,
          new CRLDistPoint(new DistributionPoint[] {point}));
    }
    if (caIssuersUri != null) {
      generator.addExtension(
          Extension.authorityInfoAccess,
          false,
          new AuthorityInformationAccess(
              new AccessDescription(AccessDescription.id_ad_caIssuers, uri(caIssuersUri))));
    }
  }

  private static GeneralName uri(String text) {
    return new GeneralName(GeneralName.uniformResourceIdentifier, text);
  }

  private static byte[] keyIdentifier(SubjectPublicKeyInfo key) {
    try {
      return MessageDigest.getInstance("SHA-1").digest(key.getPublicKeyData().getBytes());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
