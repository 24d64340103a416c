package dev.dynamicworkers.playground.core.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AddressKindTest {
    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, PUBLIC",
        "93.184.216.34, PUBLIC",
        "2606:4700::1111, PUBLIC",
        "0.0.0.0, UNSPECIFIED",
        "0.1.2.3, UNSPECIFIED",
        "10.255.255.255, PRIVATE",
        "11.0.0.0, PUBLIC",
        "100.63.255.255, PUBLIC",
        "100.64.0.0, SHARED",
        "100.127.255.255, SHARED",
        "100.128.0.0, PUBLIC",
        "100.100.100.200, METADATA",
        "127.0.0.1, LOOPBACK",
        "127.255.255.254, LOOPBACK",
        "169.254.0.1, LINK_LOCAL",
        "169.254.169.254, METADATA",
        "168.63.129.16, METADATA",
        "172.15.255.255, PUBLIC",
        "172.16.0.0, PRIVATE",
        "172.31.255.255, PRIVATE",
        "172.32.0.0, PUBLIC",
        "192.168.1.1, PRIVATE",
        "198.19.0.1, RESERVED",
        "224.0.0.1, MULTICAST",
        "255.255.255.255, RESERVED",
        "::, UNSPECIFIED",
        "::1, LOOPBACK",
        "::7f00:1, LOOPBACK",
        "::ffff:0:a00:1, PRIVATE",
        "64:ff9b::a9fe:a9fe, METADATA",
        "64:ff9b::101:101, PUBLIC",
        "64:ff9b:1::1, PRIVATE",
        "2002:c0a8:101::, PRIVATE",
        "2002:101:101::, PUBLIC",
        "2001:0:4136:e378:8000:63bf:3fff:fdd2, RESERVED",
        "2001:db8::1, RESERVED",
        "2606:4700::5efe:a00:1, PRIVATE",
        "fc00::1, PRIVATE",
        "fd00:ec2::254, METADATA",
        "fe80::1, LINK_LOCAL",
        "fec0::1, PRIVATE",
        "ff02::1, MULTICAST",
        "4000::1, RESERVED",
    })
    void addressesAreOfAKind(String address, AddressKind kind) {
        assertThat(AddressKind.of(InetAddress.ofLiteral(address))).isEqualTo(kind);
    }

    @Test
    void mappedAddressesAreWhatTheyCarry() throws UnknownHostException {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};

        assertThat(AddressKind.of(Inet6Address.getByAddress("x", mapped, -1))).isEqualTo(AddressKind.PRIVATE);
    }
}
