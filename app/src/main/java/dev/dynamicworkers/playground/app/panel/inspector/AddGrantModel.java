package dev.dynamicworkers.playground.app.panel.inspector;

import dev.dynamicworkers.playground.app.session.BindingWriter;
import dev.dynamicworkers.playground.app.session.NewBinding;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.session.Wish;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/// Adds a key to what the project binds, and says how a dynamic worker gets it. FX thread.
public final class AddGrantModel {
    private final ProjectSession session;
    private final ObjectProperty<NewBinding.Kind> kind = new SimpleObjectProperty<>(NewBinding.Kind.VAR);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty value = new SimpleStringProperty("");
    private final ObservableValue<String> problem;

    /// @param session of the project
    public AddGrantModel(ProjectSession session) {
        this.session = session;
        problem = Bindings.createStringBinding(
                () -> binding().problem(session.outlineProperty().get()), kind, name, value, session.outlineProperty());
    }

    private NewBinding binding() {
        return new NewBinding(kind.get(), name.get().strip(), value.get());
    }

    // Properties

    /// What is bound.
    ObjectProperty<NewBinding.Kind> kindProperty() {
        return kind;
    }

    /// Key of `env`.
    StringProperty nameProperty() {
        return name;
    }

    /// What the kind asks for.
    StringProperty valueProperty() {
        return value;
    }

    /// Why it can't be added, one sentence; empty when it can.
    ObservableValue<String> problemProperty() {
        return problem;
    }

    /// What adding does, one sentence.
    String sentence() {
        if (session.simpleMode().activeProperty().get()) {
            return "The project binds it, and the parent that the Inspector writes hands it to the dynamic worker.";
        }
        return "The project binds it to the parent's env. A dynamic worker has it once the parent's code hands it"
                + " over.";
    }

    // Commands

    /// Adds it.
    ///
    /// @return whether it could be added
    boolean add() {
        NewBinding wanted = binding();
        if (!wanted.problem(session.outlineProperty().get()).isEmpty()) {
            return false;
        }
        new BindingWriter(session).add(wanted, file -> tell(wanted, file));
        return true;
    }

    private void tell(NewBinding added, String file) {
        String written = added.name() + " is in " + file + ".";
        if (session.simpleMode().activeProperty().get()) {
            session.notices().tell(written + " The dynamic worker has it from the next run on.");
        } else if (added.kind().canBePassed()) {
            session.notices()
                    .tell(
                            written + " The dynamic worker has it once the parent hands it over.",
                            "Hand it over in code",
                            () -> session.wish(new Wish.HandOver(added.name())));
        } else {
            session.notices()
                    .tell(written + " A store is handed over by an exported class with the methods that may be called:"
                            + " Copy grants as code writes it.");
        }
    }
}
