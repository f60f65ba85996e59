package lab.echo;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

final class Connection {
    private static final byte[] END = new byte[0];
    private static final int LIMIT = 65536;

    private final Socket socket;
    private final byte[] suffix;
    private final BlockingQueue<byte[]> answers = new ArrayBlockingQueue<>(32);
    private final Thread reader = new Thread(this::read, "echo-reader");
    private final Thread writer = new Thread(this::write, "echo-writer");

    Connection(Socket socket, byte[] suffix) {
        this.socket = socket;
        this.suffix = suffix;
    }

    void start() {
        writer.start();
        reader.start();
    }

    private void read() {
        boolean orderly = false;
        boolean tooLong = false;
        byte[] buffer = new byte[4096];
        try {
            InputStream in = socket.getInputStream();
            byte[] line = new byte[LIMIT];
            int length = 0;
            int n = 0;
            while (!tooLong && (n = in.read(buffer)) != -1) {
                for (int i = 0; i < n; i++) {
                    if (buffer[i] == '\n') {
                        byte[] answer = Arrays.copyOf(line, length + suffix.length);
                        System.arraycopy(suffix, 0, answer, length, suffix.length);
                        answers.put(answer);
                        length = 0;
                    } else if (length < LIMIT) {
                        line[length++] = buffer[i];
                    } else {
                        tooLong = true;
                        break;
                    }
                }
            }
            answers.put(END);
            orderly = true;
            while (tooLong && in.read(buffer) != -1) {
                // the writer says good-bye; nothing more is answered
            }
        } catch (IOException | InterruptedException e) {
            // reset, or the writer is gone
        } finally {
            if (orderly) {
                joinWriter();
            } else {
                writer.interrupt();
            }
            shut();
        }
    }

    private void joinWriter() {
        while (true) {
            try {
                writer.join();
                return;
            } catch (InterruptedException e) {
                // the writer interrupts us when it ends
            }
        }
    }

    private void write() {
        try {
            socket.setTcpNoDelay(true);
            OutputStream out = socket.getOutputStream();
            byte[] answer;
            while ((answer = answers.take()) != END) {
                out.write(answer);
            }
            socket.shutdownOutput();
        } catch (IOException | InterruptedException e) {
            reader.interrupt();
            shut();
        }
    }

    void shut() {
        try {
            socket.close();
        } catch (IOException e) {
            // closed
        }
    }

    void stop() {
        shut();
        writer.interrupt();
        reader.interrupt();
    }

    boolean ended() {
        return !reader.isAlive() && !writer.isAlive();
    }

    void join() throws InterruptedException {
        reader.join();
        writer.join();
    }
}
