package lab.tickets;

import java.util.Objects;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

public final class ProcessTicketOffice implements TicketOffice {

    private final TicketFile file;
    private final Pause pause;
    private final FileMutex mutex;

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
        this.mutex = new FileMutex(file.lockPath());
    }

    @Override
    public int search() {
        int left = file.read();
        if (left < 0) {
            throw new IllegalStateException("negative: " + left);
        }
        return left;
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        try (FileMutex.Held held = mutex.acquire()) {
            int left = search();
            if (left == 0) {
                return false;
            }
            pause.pause();
            file.write(left - 1);
            return true;
        }
    }
}
