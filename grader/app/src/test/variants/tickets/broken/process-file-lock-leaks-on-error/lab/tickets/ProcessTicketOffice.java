package lab.tickets;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;
import racecourse.contract.tickets.TicketOffice;

public class ProcessTicketOffice implements TicketOffice {

    private final TicketFile file;
    private final Pause pause;
    private final ReentrantLock threads = new ReentrantLock();

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        this.file = Objects.requireNonNull(file, "file");
        this.pause = Objects.requireNonNull(pause, "pause");
    }

    @Override
    public int search() {
        return remaining();
    }

    @Override
    public boolean buy(String passenger) {
        Objects.requireNonNull(passenger, "passenger");
        threads.lock();
        try {
            FileChannel channel = acquire();
            boolean sold;
            try {
                sold = sell();
            } catch (RuntimeException e) {
                release(channel);
                throw e;
            }
            release(channel);
            return sold;
        } finally {
            threads.unlock();
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

    private FileChannel acquire() {
        try {
            FileChannel channel = FileChannel.open(file.lockPath(),
                    StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                channel.lock();
            } catch (IOException e) {
                channel.close();
                throw e;
            }
            return channel;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void release(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
