package dev.dynamicworkers.playground.app.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds the code to the package table of `docs/architecture.md`.
final class ArchitectureTest {
    private static final String PLAYGROUND = "dev.dynamicworkers.playground";
    private static final String BASE = PLAYGROUND + ".app";

    private static final Set<String> ENGINE = Set.of(
            "core.runtime",
            "core.process",
            "core.language",
            "core.trace",
            "core.project",
            "core.debug",
            "core.profile",
            "core.state",
            "core.worker");

    /// What each package may use besides itself, its sub-packages included. Names with `core.` are packages of the
    /// library.
    private static final Map<String, Set<String>> USES = Map.ofEntries(
            entry("fx", Set.of()),
            entry("theme", Set.of("fx")),
            entry("error", Set.of("fx")),
            entry("task", Set.of("fx", "error")),
            entry("code", Set.of("fx", "theme")),
            entry("command", Set.of("fx", "task")),
            entry("settings", Set.of()),
            entry("session", with(ENGINE, "fx", "task", "error", "settings")),
            entry("panel", with(ENGINE, "session", "command", "code", "settings", "task", "fx", "theme")),
            entry(
                    "window",
                    with(ENGINE, "panel", "session", "command", "code", "task", "fx", "theme", "settings", "error")),
            entry("cli", with(ENGINE, "core.codemode")));

    private static final JavaClasses CODE = new ClassFileImporter().importPath(Path.of("target", "classes"));

    static Stream<String> packages() {
        return USES.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void packagesUseOnlyWhatTheTableAllows(String name) {
        var allowed = Stream.concat(Stream.of(name), USES.getOrDefault(name, Set.of()).stream())
                .map(ArchitectureTest::tree)
                .toArray(String[]::new);
        check(classes()
                .that()
                .resideInAPackage(tree(name))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage(PLAYGROUND + "..")).or(resideInAnyPackage(allowed)))
                .because("the package table names all that a package may use"));
    }

    @Test
    void packagesFormNoCycles() {
        check(slices().matching(BASE + ".(*)..").should().beFreeOfCycles().because("a cycle makes one package of two"));
    }

    @Test
    void panelsDoNotUseOtherPanels() {
        check(slices().matching(BASE + ".panel.(*)..")
                .should()
                .notDependOnEachOther()
                .because("panels talk through the session and through commands only"));
    }

    @Test
    void everyPackageIsInTheTable() {
        var used = new TreeSet<String>();
        for (var type : CODE) {
            if (type.getPackageName().startsWith(BASE + ".")) {
                used.add(type.getPackageName().substring(BASE.length() + 1).split("\\.")[0]);
            }
        }
        assertThat(USES.keySet()).containsAll(used);
    }

    @Test
    void viewModelsAndTheSessionHoldNoNodes() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .or()
                .resideInAPackage(tree("session"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..", "org.fxmisc..")
                .because("they are tested without a toolkit"));
    }

    @Test
    void viewsDoNotTalkToTheEngine() {
        check(noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .or()
                .haveSimpleNameEndingWith("Cell")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(tree("core.runtime"), tree("core.process"))
                .because("a view shows its view model and nothing else"));
    }

    @Test
    void onlyOnePackageSchedulesWorkOnTheToolkitThread() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(tree("fx"))
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("javafx.application.Platform")
                .because("updates arrive once per frame and are dropped when their session is closed"));
    }

    @Test
    void theCommandLineLoadsNoToolkit() {
        check(noClasses()
                .that()
                .resideInAPackage(tree("cli"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "org.fxmisc..", "atlantafx..")
                .because("it starts fast and needs no display"));
    }

    @Test
    void threadsAreStartedInOnePlace() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(tree("task"), tree("cli"))
                .should()
                .callConstructor(Thread.class, Runnable.class)
                .orShould()
                .callConstructor(Thread.class, Runnable.class, String.class)
                .orShould()
                .callMethod(Thread.class, "startVirtualThread", Runnable.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.Executors")
                .because("every thread has a name, an owner that ends it and a handler for what it throws"));
    }

    @Test
    void namesSayWhatATypeIs() {
        check(noClasses()
                .should()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .because("such names say nothing"));
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toSet());
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(CODE);
    }

    private static String tree(String name) {
        return (name.startsWith("core.") ? PLAYGROUND : BASE) + "." + name + "..";
    }
}
