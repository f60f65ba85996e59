package racecourse.checks.engine.properties;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import net.jqwik.engine.JqwikTestEngine;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import racecourse.checks.catalogue.Detection;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.Violation;
import racecourse.checks.protocol.Outcome;

/** Runs one property method of a class of jqwik properties, with the seed of the subject. */
public final class PropertyRun {
    private static final AtomicReference<@Nullable Subject> SUBJECT = new AtomicReference<>();

    private PropertyRun() {}

    /**
     * Makes a detection of a property. The property throws a {@link racecourse.checks.engine.Violation}; the one of the
     * smallest example that jqwik found counts.
     *
     * @param properties a class of jqwik properties with {@link Seeded} added to it
     * @param method the property's method; no other of the class has that name
     * @return the detection
     */
    public static Detection of(Class<?> properties, String method) {
        return subject -> run(properties, method, subject);
    }

    /**
     * Returns the submission under test, for the property that is running.
     *
     * @return the subject
     */
    public static Subject subject() {
        return Objects.requireNonNull(SUBJECT.get(), "no property is running");
    }

    private static Outcome run(Class<?> properties, String method, Subject subject) throws Throwable {
        SUBJECT.set(subject);
        Verdicts verdicts = new Verdicts();
        try {
            launcher().execute(request(properties, method), verdicts);
        } finally {
            SUBJECT.set(null);
        }
        return verdicts.outcome();
    }

    /** Nothing is registered by itself: what lies on a class path has no say here. */
    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestEngines(new JqwikTestEngine())
                .build());
    }

    private static LauncherDiscoveryRequest request(Class<?> properties, String method) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectClass(properties))
                .filters(ClassNameFilter.includeClassNamePatterns(".*"))
                .filters(new OnlyMethod(method))
                .enableImplicitConfigurationParameters(false)
                .configurationParameter("jqwik.database", "")
                // less than a detector has, so that what was found is told even where each try takes long
                .configurationParameter("jqwik.shrinking.bounded.seconds", "2")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
    }

    /**
     * Gives a property the seed of the submission's run, and takes the first sample for the smallest where another try
     * would leave one more stuck thread behind, or meet a class that failed to initialise before.
     */
    public static final class Seeded implements AroundPropertyHook, AroundTryHook {
        private boolean lasting;

        @Override
        public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor attempt, List<Object> parameters) {
            if (lasting) {
                return TryExecutionResult.satisfied();
            }
            TryExecutionResult result = attempt.execute(parameters);
            lasting = result.throwable().filter(Seeded::isLasting).isPresent();
            return result;
        }

        private static boolean isLasting(Throwable thrown) {
            return thrown instanceof Violation violation
                    && (violation.evidence().dump() != null
                            || violation.evidence().observed().key().equals("engine.threw"));
        }

        @Override
        public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
            lasting = false;
            context.attributes().setSeed(Long.toString(subject().seed()));
            return property.execute();
        }
    }

    private static final class Verdicts implements TestExecutionListener {
        private int finished;
        private @Nullable Throwable thrown;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                finished++;
            }
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL && thrown == null) {
                thrown = result.getThrowable().orElseGet(() -> new IllegalStateException(test.getDisplayName()));
            }
        }

        Outcome outcome() throws Throwable {
            if (thrown != null) {
                throw thrown;
            }
            return finished == 1
                    ? new Outcome.Clean()
                    : new Outcome.Broken("one property should have run, but " + finished + " did");
        }
    }

    /** Leaves one method of the class; selecting it by signature would want its parameters spelled out. */
    private record OnlyMethod(String method) implements org.junit.platform.launcher.PostDiscoveryFilter {
        @Override
        public org.junit.platform.engine.FilterResult apply(org.junit.platform.engine.TestDescriptor descriptor) {
            boolean keep = !descriptor.isTest()
                    || List.of(descriptor
                                    .getUniqueId()
                                    .getLastSegment()
                                    .getValue()
                                    .split("\\(", 2))
                            .get(0)
                            .equals(method);
            return org.junit.platform.engine.FilterResult.includedIf(keep);
        }
    }
}
