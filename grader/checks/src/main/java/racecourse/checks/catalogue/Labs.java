package racecourse.checks.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import racecourse.checks.counter.CounterLab;
import racecourse.checks.daemon.DaemonLab;
import racecourse.checks.echo.EchoLab;
import racecourse.checks.guardian.GuardianLab;
import racecourse.checks.inspect.InspectLab;
import racecourse.checks.ipc.IpcLab;
import racecourse.checks.kitchen.KitchenLab;
import racecourse.checks.launch.LaunchLab;
import racecourse.checks.queue.QueueLab;
import racecourse.checks.reaper.ReaperLab;
import racecourse.checks.sharing.SharingLab;
import racecourse.checks.tickets.TicketsLab;

/** Every lab that can be graded, in the order of the source notes. */
public final class Labs {
    private static final List<Lab> ALL = Stream.of(
                    new ReaperLab(),
                    new GuardianLab(),
                    new TicketsLab(),
                    new QueueLab(),
                    new IpcLab(),
                    new KitchenLab(),
                    new LaunchLab(),
                    new InspectLab(),
                    new DaemonLab(),
                    new SharingLab(),
                    new CounterLab(),
                    new EchoLab())
            .map(AdvisedLab::of)
            .toList();

    private Labs() {}

    /**
     * Returns all labs.
     *
     * @return the labs, in the order of the notes
     */
    public static List<Lab> all() {
        return ALL;
    }

    /**
     * Finds a lab.
     *
     * @param name its name
     * @return the lab, if there is one of that name
     */
    public static Optional<Lab> find(String name) {
        return ALL.stream().filter(lab -> lab.name().equals(name)).findFirst();
    }
}
