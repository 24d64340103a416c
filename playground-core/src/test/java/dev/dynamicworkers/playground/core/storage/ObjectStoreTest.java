package dev.dynamicworkers.playground.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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
    void allObjectsTogetherHaveALimitOnDisk() {
        var quota = new StateQuota(folder, 1 << 20, "stored data of all Durable Objects on disk (objectStorageMb)");
        byte[] value = new byte[100_000];
        int stored = 0;
        try (ObjectStore first = new ObjectStore(folder.resolve("first"), quota);
                ObjectStore second = new ObjectStore(folder.resolve("second"), quota);
                ObjectStore third = new ObjectStore(folder.resolve("third"), quota)) {
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
        var later = new StateQuota(folder, 500_000, "all");
        try (ObjectStore first = new ObjectStore(folder.resolve("first"), later)) {
            assertThatThrownBy(() -> first.keys().put("more", value)).isInstanceOf(SqlFailure.class);
            first.clear();
        }
        try (ObjectStore second = new ObjectStore(folder.resolve("second"), later)) {
            assertThatThrownBy(() -> second.keys().put("more", value)).isInstanceOf(SqlFailure.class);
            second.clear();
            second.keys().put("more", value);
        }
    }
}
