package dev.dynamicworkers.playground.app.window;

import dev.dynamicworkers.playground.app.fx.ColumnSet;
import dev.dynamicworkers.playground.app.fx.Subscriptions;
import dev.dynamicworkers.playground.app.fx.SystemAppearance;
import dev.dynamicworkers.playground.app.panel.calls.CallsView;
import dev.dynamicworkers.playground.app.panel.calls.CallsViewModel;
import dev.dynamicworkers.playground.app.panel.console.ConsoleView;
import dev.dynamicworkers.playground.app.panel.console.ConsoleViewModel;
import dev.dynamicworkers.playground.app.panel.debug.DebugView;
import dev.dynamicworkers.playground.app.panel.debug.DebugViewModel;
import dev.dynamicworkers.playground.app.panel.editor.EditorsView;
import dev.dynamicworkers.playground.app.panel.editor.EditorsViewModel;
import dev.dynamicworkers.playground.app.panel.files.FilesView;
import dev.dynamicworkers.playground.app.panel.files.FilesViewModel;
import dev.dynamicworkers.playground.app.panel.inspector.InspectorView;
import dev.dynamicworkers.playground.app.panel.inspector.InspectorViewModel;
import dev.dynamicworkers.playground.app.panel.inspector.QuestionBar;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesView;
import dev.dynamicworkers.playground.app.panel.isolates.IsolatesViewModel;
import dev.dynamicworkers.playground.app.panel.network.NetworkView;
import dev.dynamicworkers.playground.app.panel.network.NetworkViewModel;
import dev.dynamicworkers.playground.app.panel.problems.ProblemsView;
import dev.dynamicworkers.playground.app.panel.problems.ProblemsViewModel;
import dev.dynamicworkers.playground.app.panel.profile.ProfileView;
import dev.dynamicworkers.playground.app.panel.profile.ProfileViewModel;
import dev.dynamicworkers.playground.app.panel.request.RequestView;
import dev.dynamicworkers.playground.app.panel.request.RequestViewModel;
import dev.dynamicworkers.playground.app.panel.request.RequestsView;
import dev.dynamicworkers.playground.app.panel.request.RequestsViewModel;
import dev.dynamicworkers.playground.app.panel.response.ResponseView;
import dev.dynamicworkers.playground.app.panel.response.ResponseViewModel;
import dev.dynamicworkers.playground.app.panel.runs.RunsView;
import dev.dynamicworkers.playground.app.panel.runs.RunsViewModel;
import dev.dynamicworkers.playground.app.panel.search.SearchView;
import dev.dynamicworkers.playground.app.panel.search.SearchViewModel;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineView;
import dev.dynamicworkers.playground.app.panel.timeline.TimelineViewModel;
import dev.dynamicworkers.playground.app.session.ProjectSession;
import dev.dynamicworkers.playground.app.settings.Setting;
import dev.dynamicworkers.playground.app.settings.SettingsModel;
import dev.dynamicworkers.playground.app.settings.layout.PanelTable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableValue;

/// All panels of one open project. Made with its session and closed with it; FX thread.
public final class Panels implements AutoCloseable {
    final EditorsViewModel editorsModel;
    final RequestViewModel requestModel;
    final ConsoleViewModel consoleModel;
    final ProblemsViewModel problemsModel;
    final IsolatesViewModel isolatesModel;
    final DebugViewModel debugModel;
    final NetworkViewModel networkModel;
    final CallsViewModel callsModel;
    final RunsViewModel runsModel;
    private final ProfileViewModel profileModel;
    final FilesView files;
    final LaterView<SearchView> search;
    final LaterView<RequestsView> requests;
    final EditorsView editors;
    final RequestView request;
    final ResponseView response;
    final LaterView<ConsoleView> console;
    final LaterView<ProblemsView> problems;
    final LaterView<IsolatesView> isolates;
    final LaterView<DebugView> debug;
    final LaterView<NetworkView> network;
    final LaterView<CallsView> calls;
    final LaterView<TimelineView> timeline;
    final LaterView<ProfileView> profile;
    final LaterView<RunsView> runs;
    final InspectorViewModel inspectorModel;
    final LaterView<InspectorView> inspector;
    final QuestionBar questions;
    final RepeatedRun repeated;
    private final ColumnMemory columnMemory;
    private final ObservableValue<Boolean> still;
    private final Subscriptions atEnd = new Subscriptions();

    /// @param session of the project
    /// @param settings what the person chose
    public Panels(ProjectSession session, SettingsModel settings) {
        columnMemory = new ColumnMemory(settings);
        atEnd.add(columnMemory::close);
        editorsModel = new EditorsViewModel(session, settings);
        requestModel = new RequestViewModel(session);
        consoleModel = new ConsoleViewModel(session);
        atEnd.add(settings.observe(
                Setting.KEEP_LINES, keep -> consoleModel.preservingProperty().setValue((Boolean) keep)));
        consoleModel
                .preservingProperty()
                .addListener((observed, before, keep) -> settings.set(Setting.KEEP_LINES, keep));
        problemsModel = new ProblemsViewModel(session);
        isolatesModel = new IsolatesViewModel(session);
        debugModel = new DebugViewModel(session);
        networkModel = new NetworkViewModel(session);
        callsModel = new CallsViewModel(session);
        runsModel = new RunsViewModel(session);
        TimelineViewModel timelineModel = new TimelineViewModel(session);
        profileModel = new ProfileViewModel(session);
        ResponseViewModel responseModel = new ResponseViewModel(session);
        files = new FilesView(new FilesViewModel(session));
        SearchViewModel searchModel = new SearchViewModel(session);
        search = new LaterView<>(() -> new SearchView(searchModel), SearchView::close);
        RequestsViewModel requestsModel = new RequestsViewModel(session, requestModel);
        requests = new LaterView<>(() -> new RequestsView(requestsModel), RequestsView::close);
        var motion = new SystemAppearance().reducedMotionProperty();
        still = Bindings.createObjectBinding(
                () -> settings.get().isStill(motion.get()), settings.settingsProperty(), motion);
        editors = new EditorsView(editorsModel, still);
        request = new RequestView(requestModel);
        response = new ResponseView(responseModel, still);
        console = new LaterView<>(() -> new ConsoleView(consoleModel), ConsoleView::close);
        problems = new LaterView<>(() -> new ProblemsView(problemsModel), ProblemsView::close);
        isolates = new LaterView<>(
                () -> new IsolatesView(isolatesModel, columnMemory.of(PanelTable.ISOLATES)), IsolatesView::close);
        debug = new LaterView<>(() -> new DebugView(debugModel), DebugView::close);
        network = new LaterView<>(() -> new NetworkView(networkModel, columnMemory.of(PanelTable.NETWORK)), view -> {});
        calls = new LaterView<>(() -> new CallsView(callsModel, columnMemory.of(PanelTable.CALLS)), view -> {});
        timeline = new LaterView<>(
                () -> new TimelineView(timelineModel, columnMemory.of(PanelTable.TIMELINE)), TimelineView::close);
        profile = new LaterView<>(
                () -> new ProfileView(profileModel, columnMemory.of(PanelTable.PROFILE)), ProfileView::close);
        runs = new LaterView<>(() -> new RunsView(runsModel, columnMemory.of(PanelTable.RUNS)), RunsView::close);
        inspectorModel = new InspectorViewModel(session);
        inspector = new LaterView<>(() -> new InspectorView(inspectorModel), InspectorView::close);
        questions = new QuestionBar(session.questions(), session::wish);
        repeated = new RepeatedRun(session, requestModel);
        atEnd.add(repeated::close);
        atEnd.add(editorsModel::close);
        atEnd.add(requestModel::close);
        atEnd.add(consoleModel::close);
        atEnd.add(responseModel::close);
        atEnd.add(problemsModel::close);
        atEnd.add(searchModel::close);
        atEnd.add(search::close);
        atEnd.add(requests::close);
        atEnd.add(problems::close);
        atEnd.add(files::close);
        atEnd.add(editors::close);
        atEnd.add(request::close);
        atEnd.add(response::close);
        atEnd.add(console::close);
        atEnd.add(isolates::close);
        atEnd.add(debug::close);
        atEnd.add(debugModel::close);
        atEnd.add(timeline::close);
        atEnd.add(profile::close);
        atEnd.add(profileModel::close);
        atEnd.add(inspectorModel::close);
        atEnd.add(inspector::close);
        atEnd.add(questions::close);
    }

    /// Whether nothing should move.
    ObservableValue<Boolean> still() {
        return still;
    }

    /// Whether there is a profile to save.
    BooleanBinding profileFoundProperty() {
        return profileModel.foundProperty();
    }

    /// The editors, for whoever saves their layout.
    public EditorsViewModel editorsModel() {
        return editorsModel;
    }

    /// The columns of a table; makes its view.
    ColumnSet columns(PanelTable table) {
        return switch (table) {
            case ISOLATES -> isolates.get().columnSet();
            case NETWORK -> network.get().columnSet();
            case CALLS -> calls.get().columnSet();
            case PROFILE -> profile.get().columnSet();
            case TIMELINE -> timeline.get().columnSet();
            case RUNS -> runs.get().columnSet();
        };
    }

    @Override
    public void close() {
        atEnd.close();
    }
}
