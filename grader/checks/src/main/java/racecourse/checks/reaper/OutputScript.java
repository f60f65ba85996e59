package racecourse.checks.reaper;

import java.io.IOException;
import java.util.List;
import racecourse.checks.engine.Subject;
import racecourse.checks.engine.children.Host;
import racecourse.checks.engine.children.HostScript;
import racecourse.checks.protocol.Message;
import racecourse.contract.reaper.ChildReaper;

/** A JVM with a reaper, whose output is watched from outside. */
final class OutputScript implements HostScript {
    @Override
    public void run(Subject subject, Orders kit) {
        try {
            ChildReaper reaper = (ChildReaper)
                    subject.constructor(Ward.CLASS, ChildReaper.class).invokeExact();
            obey(reaper, kit);
        } catch (Throwable e) {
            kit.say(Host.threw(Message.of("engine.call.returns"), e));
        }
        // until it is ended
        kit.next();
    }

    private static void obey(ChildReaper reaper, Orders kit) throws IOException, InterruptedException {
        List<String> command = kit.nextCommand();
        long pid = reaper.start(command);
        kit.say(Long.toString(pid));
        kit.next();
        reaper.reap(pid);
        kit.say("reaped");
    }
}
