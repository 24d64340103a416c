package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.Amounts;
import dev.dynamicworkers.playground.app.session.Policy;
import dev.dynamicworkers.playground.core.project.Grant;
import dev.dynamicworkers.playground.core.project.PlaygroundFile;
import dev.dynamicworkers.playground.core.project.WorkerGrants;
import dev.dynamicworkers.playground.core.project.WorkerOverlay;
import dev.dynamicworkers.playground.core.worker.ResourceLimits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What the rules' file says of the grants and limits of one worker, and how it is changed. FX thread.
public final class WorkerRules {
    private final Policy policy;
    private final StringProperty worker;

    /// @param worker whose rules they are, as the inspector names it
    WorkerRules(Policy policy, StringProperty worker) {
        this.policy = policy;
        this.worker = worker;
    }

    /// What the worker's own part of the rules says; patterns that fit it as well are parts of their own.
    List<TakenAway> taken(PlaygroundFile file) {
        String name = worker.get();
        WorkerOverlay said = name.equals(InspectorViewModel.PARENT)
                ? file.overlay().parent()
                : file.overlay().dynamicWorkers().getOrDefault(name, WorkerOverlay.NONE);
        List<TakenAway> all = new ArrayList<>();
        said.grants().forEach((key, grant) -> {
            int methods = grant.methods().size();
            String rest = methods == 0 ? "" : ", " + Amounts.count(methods, "method");
            all.add(new TakenAway(key + " " + grant.mode().word() + rest, () -> clearGrant(key)));
        });
        if (said.limits().cpuMillis() >= 0) {
            all.add(new TakenAway("cpuMs " + said.limits().cpuMillis(), () -> setLimit("cpuMs", "")));
        }
        if (said.limits().subrequests() >= 0) {
            all.add(new TakenAway("subRequests " + said.limits().subrequests(), () -> setLimit("subRequests", "")));
        }
        return all;
    }

    /// All that the rules say of the worker.
    WorkerGrants said(PlaygroundFile file) {
        String name = worker.get();
        return name.equals(InspectorViewModel.PARENT)
                ? file.overlay().forParent()
                : file.overlay().forDynamic(name);
    }

    /// The limits that the rules set for the worker; -1 where they set none.
    public ResourceLimits limits() {
        return said(policy.stateProperty().get().file()).limits();
    }

    /// Changes what becomes of a key of the worker's env; rules of its methods go.
    public void setGrant(String name, Grant.Mode mode) {
        grant(name, Grant.of(mode));
    }

    /// Changes what becomes of a key of the worker's env; rules of its methods stay.
    void setMode(GrantRow row, Grant.Mode mode) {
        change(row, mode, row.grant().methods());
    }

    /// Sets the rule of one method.
    ///
    /// @param access null for none
    void setMethod(GrantRow row, String method, Grant.@Nullable Access access) {
        Map<String, Grant.Method> methods = new LinkedHashMap<>(row.grant().methods());
        if (access == null) {
            methods.remove(method);
        } else if (access != Grant.Access.FIXTURE) {
            methods.put(method, Grant.Method.of(access));
        }
        change(row, row.mode(), methods);
    }

    /// Answers calls in the place of what the code gives.
    ///
    /// @param method null for all
    /// @return what is wrong with the answer, empty when nothing is
    String setAnswer(GrantRow row, @Nullable String method, AnswerDraft answer) {
        String wrong = answer.problem();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        if (method == null) {
            grant(
                    row.name(),
                    new Grant(Grant.Mode.FIXTURE, answer.fixture(), row.grant().methods()));
        } else {
            Map<String, Grant.Method> methods = new LinkedHashMap<>(row.grant().methods());
            methods.put(method, new Grant.Method(Grant.Access.FIXTURE, answer.fixture()));
            change(row, row.mode(), methods);
        }
        return "";
    }

    /// A grant without a rule needs no word in the file.
    private void change(GrantRow row, Grant.Mode mode, Map<String, Grant.Method> methods) {
        if (mode == Grant.Mode.ON && methods.isEmpty()) {
            clearGrant(row.name());
        } else {
            grant(row.name(), new Grant(mode, row.grant().fixture(), methods));
        }
    }

    private void grant(String name, Grant grant) {
        String target = worker.get();
        policy.change(file -> target.equals(InspectorViewModel.PARENT)
                ? file.grantingParent(name, grant)
                : file.grantingDynamic(target, name, grant));
    }

    /// Takes the rule for a key away, so that the code decides again.
    public void clearGrant(String name) {
        policy.change(file -> file.without(path("grants", name)));
    }

    private List<String> path(String section, String key) {
        return worker.get().equals(InspectorViewModel.PARENT)
                ? List.of(InspectorViewModel.PARENT, section, key)
                : List.of("dynamicWorkers", worker.get(), section, key);
    }

    /// Sets a limit of the worker's invocations, or takes it away.
    ///
    /// @param key `cpuMs` or `subRequests`
    /// @param text a whole number, blank for none
    /// @return what is wrong with the text, empty when nothing is
    public String setLimit(String key, String text) {
        if (text.isBlank()) {
            policy.change(file -> file.without(path("limits", key)));
            return "";
        }
        if (!text.strip().matches("\\d{1,9}")) {
            return "Write a whole number, or nothing for the code's own limit.";
        }
        policy.change(file -> file.with(path("limits", key), text.strip()));
        return "";
    }

    /// Takes all that the worker has away, at once.
    ///
    /// @param names keys of its env
    public void denyAll(List<String> names) {
        String target = worker.get();
        policy.change(file -> {
            PlaygroundFile changed = file;
            for (String name : names) {
                Grant off = Grant.of(Grant.Mode.OFF);
                changed = target.equals(InspectorViewModel.PARENT)
                        ? changed.grantingParent(name, off)
                        : changed.grantingDynamic(target, name, off);
            }
            return changed;
        });
    }
}
