package dev.dynamicworkers.playground.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ObjectStoreTest {
    private static final byte[] VALUE = {1, 2};

    @TempDir
    private Path folder;

    @Test
    void listsInTheOrderOfUtf8Bytes() {
        try (ObjectStore store = new ObjectStore(null)) {
            for (String key : new String[] {"b", "a", "\uFFFD", "\uD83D\uDE00", "B", "", "a%", "a_b"}) {
                store.keys().put(key, VALUE);
            }
            assertThat(store.keys().list(KeyRange.ALL).keySet())
                    .containsExactly("", "B", "a", "a%", "a_b", "b", "\uFFFD", "\uD83D\uDE00");
            assertThat(range(store, "a", null, null, null, -1)).containsExactly("a", "a%", "a_b");
            assertThat(range(store, "a%", null, null, null, -1)).containsExactly("a%");
            assertThat(range(store, null, "a", null, "b", 2)).containsExactly("a", "a%");
            assertThat(range(store, "a", null, "a", null, -1)).containsExactly("a%", "a_b");
            assertThat(store.keys()
                            .list(new KeyRange("a", null, null, null, 2, KeyRange.Order.DESCENDING))
                            .keySet())
                    .containsExactly("a_b", "a%");
        }
    }

    private static Iterable<String> range(
            ObjectStore store,
            @Nullable String prefix,
            @Nullable String start,
            @Nullable String after,
            @Nullable String end,
            int limit) {
        return store.keys()
                .list(new KeyRange(prefix, start, after, end, limit, KeyRange.Order.ASCENDING))
                .keySet();
    }

    @Test
    void aRollbackTakesTheTableOfKeysWithIt() {
        try (ObjectStore store = new ObjectStore(null)) {
            store.database().begin();
            store.keys().put("a", VALUE);
            store.database().rollback();
            assertThat(store.keys().get("a")).isNull();
            store.keys().put("a", VALUE);
            assertThat(store.keys().get("a")).isEqualTo(VALUE);
        }
    }

    @Test
    void filesOutliveTheStoreAndFacetsStandApart() {
        try (ObjectStore store = new ObjectStore(folder)) {
            store.keys().put("k", VALUE);
            store.facet("../x").keys().put("f", VALUE);
            store.facet("../x").facet("deep").keys().put("d", VALUE);
            store.cloneFacet("../x", "y");
            store.deleteFacet("../x");
        }
        try (ObjectStore store = new ObjectStore(folder)) {
            assertThat(store.keys().list(KeyRange.ALL)).containsOnlyKeys("k");
            assertThat(store.facet("../x").keys().list(KeyRange.ALL)).isEmpty();
            assertThat(store.facet("y").keys().list(KeyRange.ALL)).containsOnlyKeys("f");
            store.clear();
            assertThat(store.keys().list(KeyRange.ALL)).isEmpty();
            assertThat(store.facet("y").keys().list(KeyRange.ALL)).containsOnlyKeys("f");
        }
    }

    @Test
    void facetsInMemoryAreCopied() {
        try (ObjectStore store = new ObjectStore(null)) {
            store.facet("a").keys().put("f", VALUE);
            store.cloneFacet("a", "b");
            store.facet("a").keys().put("later", VALUE);
            store.cloneFacet("never used", "c");
            assertThat(store.facet("b").keys().list(KeyRange.ALL)).containsOnlyKeys("f");
            assertThat(store.facet("c").keys().list(KeyRange.ALL)).isEmpty();
        }
    }

    @Test
    void fewOfManyObjectsAreOpenAtOnce() {
        var open = new OpenDatabases(3, 5);
        var stores = new ArrayList<ObjectStore>();
        for (int i = 0; i < 20; i++) {
            var store = new ObjectStore(folder.resolve("o" + i), null, open);
            stores.add(store);
            store.keys().put("k", new byte[] {(byte) i});
            stores.getFirst().keys().put("last", new byte[] {(byte) i});
            assertThat(open.count()).isLessThanOrEqualTo(3);
        }
        // What is used stays open, the others come back with what they had.
        assertThat(stores.get(0).openDatabase()).isNotNull();
        assertThat(stores.get(7).openDatabase()).isNull();
        for (int i = 0; i < 20; i++) {
            assertThat(stores.get(i).keys().get("k")).containsExactly(i);
        }
        assertThat(stores.getFirst().keys().get("last")).containsExactly(19);
        assertThat(stores.get(19).facet("f").keys().get("k")).isNull();

        stores.forEach(ObjectStore::close);
        assertThat(open.count()).isZero();
    }

    @Test
    void whatHasATransactionUnderWayIsNotClosed() {
        var open = new OpenDatabases(2, 4);
        var stores = new ArrayList<ObjectStore>();
        for (int i = 0; i < 5; i++) {
            stores.add(new ObjectStore(folder.resolve("o" + i), null, open));
        }
        for (ObjectStore store : stores.subList(0, 4)) {
            store.keys().put("k", VALUE);
            store.database().begin();
            store.keys().put("k", new byte[] {9});
        }

        assertThatThrownBy(() -> stores.get(4).keys().get("k"))
                .hasMessage("Too many Durable Objects have a transaction under way at once (4): end some of them.");
        stores.get(0).database().rollback();
        assertThat(stores.get(4).keys().get("k")).isNull();

        assertThat(stores.get(0).openDatabase()).isNull();
        assertThat(stores.get(0).keys().get("k")).isEqualTo(VALUE);
        stores.forEach(ObjectStore::close);
    }

    @Test
    void allObjectsTogetherHaveALimitOnDisk() {
        var quota = new StateQuota(
                List.of(folder), 1 << 20, "stored data of all Durable Objects on disk (objectStorageMb)");
        byte[] value = new byte[100_000];
        int stored = 0;
        try (ObjectStore first = new ObjectStore(folder.resolve("first"), quota, new OpenDatabases());
                ObjectStore second = new ObjectStore(folder.resolve("second"), quota, new OpenDatabases());
                ObjectStore third = new ObjectStore(folder.resolve("third"), quota, new OpenDatabases())) {
            first.keys().put("small", VALUE);
            SqlFailure refusal = null;
            while (refusal == null && stored < 100) {
                try {
                    (stored % 2 == 0 ? first : second).keys().put("k" + stored, value);
                    stored++;
                } catch (SqlFailure full) {
                    refusal = full;
                }
            }
            assertThat(stored).isBetween(8, 11);
            assertThat(refusal)
                    .hasMessage(
                            "database or disk is full: SQLITE_FULL. The limit of stored data of all Durable Objects on"
                                    + " disk (objectStorageMb) is 1 MiB: delete some of it, or raise the limit."
                                    + " What was stored before is kept.");
            // One that has nothing yet makes no file, and facets count as well.
            assertThatThrownBy(third::keys).isInstanceOf(SqlFailure.class);
            assertThat(folder.resolve("third")).doesNotExist();
            assertThatThrownBy(() -> first.facet("f").keys()).isInstanceOf(SqlFailure.class);

            assertThat(first.keys().get("small")).isEqualTo(VALUE);
            first.keys().delete("k0");
            second.keys().delete("k1");
            second.keys().put("again", value);
        }
        // What is on disk from before counts from the start.
        var later = new StateQuota(List.of(folder), 500_000, "all");
        try (ObjectStore first = new ObjectStore(folder.resolve("first"), later, new OpenDatabases())) {
            assertThatThrownBy(() -> first.keys().put("more", value)).isInstanceOf(SqlFailure.class);
            first.clear();
        }
        try (ObjectStore second = new ObjectStore(folder.resolve("second"), later, new OpenDatabases())) {
            assertThatThrownBy(() -> second.keys().put("more", value)).isInstanceOf(SqlFailure.class);
            second.clear();
            second.keys().put("more", value);
        }
    }
}
