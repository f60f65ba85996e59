package lab.tickets;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

public class ProcessTicketOffice implements TicketOffice {

    private final TicketFile file;
    private final Pause pause;

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return remaining();
    }

    @Override
    public synchronized boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        FileOutputStream lockFile = acquire();
        try {
            return sell();
        } finally {
            release(lockFile);
        }
    }

    private boolean sell() {
        int left = remaining();
        if (left == 0) {
            return false;
        }
        pause.pause();
        file.write(left - 1);
        return true;
    }

    private int remaining() {
        int left = file.read();
        if (left < 0) {
            throw new IllegalStateException("the file holds " + left + " tickets");
        }
        return left;
    }

    private FileOutputStream acquire() {
        try {
            FileOutputStream lockFile = new FileOutputStream(file.lockPath().toFile());
            try {
                lockFile.getChannel().lock();
            } catch (IOException e) {
                lockFile.close();
                throw e;
            }
            return lockFile;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(FileOutputStream lockFile) {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
