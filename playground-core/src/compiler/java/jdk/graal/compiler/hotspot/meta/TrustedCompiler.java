package jdk.graal.compiler.hotspot.meta;

import jdk.graal.compiler.nodes.graphbuilderconf.InvocationPlugins;
import jdk.vm.ci.code.Architecture;

/// Lets the compiler of guest code use its own intrinsics where its module is not named `jdk.graal.compiler`, the name
/// by which the virtual machine knows whose intrinsics to trust. Without it every compilation fails, silently, and
/// guest code stays interpreted. A service of the compiler; in its package because the class that it registers with
/// is visible only there. Runs on the compiler's threads.
public final class TrustedCompiler implements HotSpotInvocationPluginProvider {
    private static final String COMPILER = "Ljdk/graal/compiler/";

    @Override
    public void registerInvocationPlugins(Architecture architecture, InvocationPlugins plugins) {
        if (plugins instanceof HotSpotInvocationPlugins hotSpot) {
            hotSpot.registerIntrinsificationPredicate(type -> type.getName().startsWith(COMPILER));
        }
    }
}
