package lab.tickets;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;

import racecourse.contract.Pause;
import racecourse.contract.tickets.TicketFile;

public class ProcessTicketOffice extends AbstractOffice {

    private final TicketFile file;
    private RandomAccessFile lockFile;   // open while a purchase is in progress

    public ProcessTicketOffice(TicketFile file, Pause pause) {
        super(file, pause);
        this.file = file;
    }

    @Override
    protected void enter() {
        try {
            RandomAccessFile opened = new RandomAccessFile(file.lockPath().toFile(), "rw");
            boolean locked = false;
            try {
                opened.getChannel().lock(0, 1, false);
                locked = true;
            } finally {
                if (!locked) {
                    opened.close();
                }
            }
            lockFile = opened;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected void leave() {
        try {
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
