package dev.dynamicworkers.playground.core.api.crypto;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.EllipticCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Keys on a prime curve of NIST.
final class EllipticFamily implements KeyFamily {
    private static final BigInteger THREE = BigInteger.valueOf(3);
    private static final Map<String, EllipticFamily> BY_CURVE = Map.of(
            "P-256", new EllipticFamily("secp256r1", 32),
            "P-384", new EllipticFamily("secp384r1", 48),
            "P-521", new EllipticFamily("secp521r1", 66));

    private final String curve;
    private final int size;
    private final ECParameterSpec parameters;

    private EllipticFamily(String curve, int size) {
        this.curve = curve;
        this.size = size;
        try {
            AlgorithmParameters named = AlgorithmParameters.getInstance("EC");
            named.init(new ECGenParameterSpec(curve));
            this.parameters = named.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(curve + " is part of every JDK", e);
        }
    }

    /// The family of a Web Crypto curve name.
    static EllipticFamily of(String curve) {
        EllipticFamily family = BY_CURVE.get(curve);
        if (family == null) {
            throw new IllegalArgumentException(curve);
        }
        return family;
    }

    @Override
    public String factory() {
        return "EC";
    }

    @Override
    public KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(curve), random);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean owns(PublicKey key) {
        return key instanceof ECPublicKey ec
                && ec.getParams().getCurve().equals(parameters.getCurve())
                && isOnCurve(ec.getW());
    }

    @Override
    public @Nullable PublicKey fromRaw(byte[] raw) {
        if (raw.length == 1 + 2 * size && raw[0] == 4) {
            byte[] x = Arrays.copyOfRange(raw, 1, 1 + size);
            byte[] y = Arrays.copyOfRange(raw, 1 + size, raw.length);
            return publicKey(new ECPoint(new BigInteger(1, x), new BigInteger(1, y)));
        }
        if (raw.length == 1 + size && (raw[0] == 2 || raw[0] == 3)) {
            ECPoint point = decompress(new BigInteger(1, Arrays.copyOfRange(raw, 1, raw.length)), raw[0] == 3);
            return point == null ? null : publicKey(point);
        }
        return null;
    }

    private BigInteger prime() {
        return ((ECFieldFp) parameters.getCurve().getField()).getP();
    }

    private BigInteger squareOfY(BigInteger x) {
        EllipticCurve equation = parameters.getCurve();
        return x.pow(3).add(equation.getA().multiply(x)).add(equation.getB()).mod(prime());
    }

    private boolean isOnCurve(ECPoint point) {
        BigInteger p = prime();
        BigInteger x = point.getAffineX();
        BigInteger y = point.getAffineY();
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(squareOfY(x));
    }

    private @Nullable ECPoint decompress(BigInteger x, boolean odd) {
        BigInteger p = prime();
        // All three primes are 3 modulo 4, where this power is the square root.
        BigInteger y = squareOfY(x).modPow(p.add(BigInteger.ONE).shiftRight(2), p);
        if (y.testBit(0) != odd) {
            y = p.subtract(y);
        }
        ECPoint point = new ECPoint(x, y);
        return isOnCurve(point) ? point : null;
    }

    private @Nullable PublicKey publicKey(ECPoint point) {
        if (!isOnCurve(point)) {
            return null;
        }
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, parameters));
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    @Override
    public PublicKey publicOf(PrivateKey key) {
        ECPoint point = multiply(((ECPrivateKey) key).getS());
        PublicKey publicKey = publicKey(point);
        if (publicKey == null) {
            throw new IllegalArgumentException("not a key of " + curve);
        }
        return publicKey;
    }

    /// The generator times a number, by doubling and adding.
    private ECPoint multiply(BigInteger factor) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = factor.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum);
            if (factor.testBit(bit)) {
                sum = add(sum, parameters.getGenerator());
            }
        }
        return sum;
    }

    private ECPoint add(ECPoint a, ECPoint b) {
        if (a.equals(ECPoint.POINT_INFINITY)) {
            return b;
        }
        if (b.equals(ECPoint.POINT_INFINITY)) {
            return a;
        }
        BigInteger p = prime();
        BigInteger slope;
        if (a.equals(b)) {
            BigInteger over = a.getAffineY().shiftLeft(1).modInverse(p);
            slope = a.getAffineX()
                    .pow(2)
                    .multiply(THREE)
                    .add(parameters.getCurve().getA())
                    .multiply(over);
        } else if (a.getAffineX().equals(b.getAffineX())) {
            return ECPoint.POINT_INFINITY;
        } else {
            BigInteger over = b.getAffineX().subtract(a.getAffineX()).modInverse(p);
            slope = b.getAffineY().subtract(a.getAffineY()).multiply(over);
        }
        slope = slope.mod(p);
        BigInteger x =
                slope.pow(2).subtract(a.getAffineX()).subtract(b.getAffineX()).mod(p);
        BigInteger y = slope.multiply(a.getAffineX().subtract(x))
                .subtract(a.getAffineY())
                .mod(p);
        return new ECPoint(x, y);
    }

    /// A private key as PKCS#8 that carries its public key, which the JDK leaves out and other implementations write.
    static byte[] encoded(ECPrivateKey key, PublicKey publicKey) {
        byte[] spki = publicKey.getEncoded();
        List<Der> outer = Der.sequence(spki);
        int size = (key.getParams().getOrder().bitLength() + 7) / 8;
        byte[] inner = Der.sequenceOf(
                new byte[] {2, 1, 1},
                Der.octets(fixed(key.getS(), size)),
                Der.of(0xa1, outer.get(1).encoded()));
        return Der.sequenceOf(Der.VERSION, outer.get(0).encoded(), Der.octets(inner));
    }

    /// The encoded pair of a secret number; null when it is no key of this curve.
    byte @Nullable [][] fromSecret(byte[] secret) {
        BigInteger d = new BigInteger(1, secret);
        if (d.signum() == 0 || d.compareTo(parameters.getOrder()) >= 0) {
            return null;
        }
        PublicKey publicKey = publicKey(multiply(d));
        if (publicKey == null) {
            return null;
        }
        try {
            PrivateKey privateKey = KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(d, parameters));
            return new byte[][] {encoded((ECPrivateKey) privateKey, publicKey), publicKey.getEncoded()};
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    @Override
    public @Nullable KeyPair fromParts(byte[][] parts) {
        PublicKey publicKey = publicKey(new ECPoint(new BigInteger(1, parts[0]), new BigInteger(1, parts[1])));
        if (publicKey == null || parts[0].length != size || parts[1].length != size) {
            return null;
        }
        if (parts.length == 2) {
            return new KeyPair(publicKey, null);
        }
        BigInteger secret = new BigInteger(1, parts[2]);
        if (secret.signum() == 0 || secret.compareTo(parameters.getOrder()) >= 0) {
            return null;
        }
        try {
            PrivateKey privateKey =
                    KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(secret, parameters));
            return publicOf(privateKey).equals(publicKey) ? new KeyPair(publicKey, privateKey) : null;
        } catch (GeneralSecurityException e) {
            return null;
        }
    }

    @Override
    public byte[][] parts(PublicKey key, @Nullable PrivateKey privateKey) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] x = fixed(point.getAffineX(), size);
        byte[] y = fixed(point.getAffineY(), size);
        if (!(privateKey instanceof ECPrivateKey secret)) {
            return new byte[][] {x, y};
        }
        return new byte[][] {x, y, fixed(secret.getS(), size)};
    }

    /// A number as big-endian bytes of a given count.
    static byte[] fixed(BigInteger value, int size) {
        byte[] bytes = value.toByteArray();
        byte[] result = new byte[size];
        int count = Math.min(bytes.length, size);
        System.arraycopy(bytes, bytes.length - count, result, size - count, count);
        return result;
    }
}
