package dev.dynamicworkers.playground.core.api.crypto;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import org.jspecify.annotations.Nullable;

/// X.509 certificates, told as texts.
final class Certificates {
    private static final int NAME_EMAIL = 1;
    private static final int NAME_DNS = 2;
    private static final int NAME_URI = 6;
    private static final int NAME_ADDRESS = 7;

    private Certificates() {}

    /// Encoding, subject, issuer, serial number, begin and end of validity in milliseconds, alternative names, extended
    /// key usage, and whether it is of an authority; null when it is no certificate.
    static byte @Nullable [] @Nullable [] read(byte[] bytes) {
        try {
            X509Certificate certificate = parse(bytes);
            List<@Nullable String> texts = new ArrayList<>();
            texts.add(name(certificate.getSubjectX500Principal().getName()));
            texts.add(name(certificate.getIssuerX500Principal().getName()));
            texts.add(serial(certificate));
            texts.add(String.valueOf(certificate.getNotBefore().getTime()));
            texts.add(String.valueOf(certificate.getNotAfter().getTime()));
            texts.add(alternatives(certificate.getSubjectAlternativeNames()));
            List<String> usage = certificate.getExtendedKeyUsage();
            texts.add(usage == null ? null : String.join(",", usage));
            texts.add(String.valueOf(certificate.getBasicConstraints() >= 0));
            byte @Nullable [] @Nullable [] result = new byte @Nullable [texts.size() + 1][];
            result[0] = certificate.getEncoded();
            for (int i = 0; i < texts.size(); i++) {
                String text = texts.get(i);
                result[i + 1] = text == null ? null : text.getBytes(StandardCharsets.UTF_8);
            }
            return result;
        } catch (GeneralSecurityException | InvalidNameException e) {
            return null;
        }
    }

    /// Whether a certificate was signed with the key that belongs to a public one.
    static boolean verify(byte[] bytes, byte[] spki) {
        try {
            KeyText.Parsed key = KeyText.read(spki, "spki", null);
            if (key == null) {
                return false;
            }
            parse(bytes).verify(KeyPairs.publicKey(KeyPairs.family(key.family(), key.curve()), key.spki()));
            return true;
        } catch (GeneralSecurityException | KeyText.MissingPassphraseException e) {
            return false;
        }
    }

    private static X509Certificate parse(byte[] bytes) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(bytes));
    }

    private static String serial(X509Certificate certificate) {
        String hex = certificate.getSerialNumber().toString(16).toUpperCase(Locale.ROOT);
        return hex.length() % 2 == 0 ? hex : "0" + hex;
    }

    /// One attribute a line, the most general first.
    private static String name(String distinguished) throws InvalidNameException {
        return new LdapName(distinguished)
                .getRdns().stream()
                        .map(rdn -> rdn.getType() + "=" + rdn.getValue())
                        .collect(Collectors.joining("\n"));
    }

    private static @Nullable String alternatives(@Nullable Collection<List<?>> names) {
        if (names == null) {
            return null;
        }
        return names.stream()
                .map(each -> switch ((Integer) each.get(0)) {
                    case NAME_EMAIL -> "email:" + each.get(1);
                    case NAME_DNS -> "DNS:" + each.get(1);
                    case NAME_URI -> "URI:" + each.get(1);
                    case NAME_ADDRESS -> "IP Address:" + each.get(1);
                    default -> "othername:<unsupported>";
                })
                .collect(Collectors.joining(", "));
    }
}
