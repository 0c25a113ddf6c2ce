package org.bindbench.launch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bindbench.model.Ticker;
import org.bindbench.wire.Channel;
import org.bindbench.wire.Message;

/** A forked JVM and the channel to it. */
final class WorkerProcess implements AutoCloseable {
  private static final Duration CONNECT_LIMIT = Duration.ofSeconds(60);

  /** A worker says who it is right away, but on a busy machine that takes seconds. */
  private static final Duration HELLO_LIMIT = Duration.ofSeconds(20);

  private static final Duration GRACE = Duration.ofSeconds(5);
  private static final int ACCEPT_MILLIS = 100;

  private final Process process;
  private final OutputLog log;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private Optional<Socket> socket = Optional.empty();
  private Optional<Channel> channel = Optional.empty();

  /** What came over the channel, or that nothing more will. */
  sealed interface Event {
    record Received(Message message) implements Event {}

    record Malformed(String reason) implements Event {}

    record Closed() implements Event {}

    /** Nothing came for as long as was waited. */
    record Silence() implements Event {}
  }

  private WorkerProcess(Process process, OutputLog log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts a worker and waits until it proved itself over the channel. A worker that ends before
   * that yields {@link Event.Closed} as its first event.
   *
   * @param command the JVM and its options, up to the main class
   * @param logFile where what the worker prints goes
   */
  static WorkerProcess start(List<String> command, Path logFile, Ticker ticker) throws IOException {
    String token = HexFormat.of().formatHex(SecureRandom.getSeed(16));
    try (ServerSocket server = new ServerSocket(0, 4, InetAddress.getLoopbackAddress())) {
      server.setSoTimeout(ACCEPT_MILLIS);
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.command().add(Integer.toString(server.getLocalPort()));
      builder.redirectErrorStream(true);
      // Options from outside would make workers differ from what the report says of them.
      for (String variable : List.of("JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS"))
        builder.environment().remove(variable);
      builder.environment().put("BINDBENCH_TOKEN", token);
      Process process = builder.start();
      process.getOutputStream().close();
      WorkerProcess worker =
          new WorkerProcess(process, OutputLog.pump(process.getInputStream(), logFile));
      LiveWorkers.add(process);
      worker.connect(server, token, ticker);
      return worker;
    }
  }

  private void connect(ServerSocket server, String token, Ticker ticker) throws IOException {
    long deadline = ticker.nanos() + CONNECT_LIMIT.toNanos();
    while (process.isAlive() && ticker.nanos() < deadline) {
      try {
        Socket candidate = server.accept();
        Channel opened = new Channel(candidate.getInputStream(), candidate.getOutputStream());
        candidate.setSoTimeout((int) HELLO_LIMIT.toMillis());
        if (isWorker(opened, token)) {
          candidate.setSoTimeout(0);
          candidate.setTcpNoDelay(true);
          socket = Optional.of(candidate);
          channel = Optional.of(opened);
          listen(opened);
          return;
        }
        candidate.close();
      } catch (SocketTimeoutException e) {
        continue; // nobody yet: look whether the process still lives
      }
    }
    events.add(new Event.Closed());
  }

  private static boolean isWorker(Channel opened, String token) throws IOException {
    try {
      return opened.receive().orElse(null) instanceof Message.Hello hello
          && hello.token().equals(token);
    } catch (Channel.MalformedFrameException | SocketTimeoutException e) {
      return false; // somebody else found the port
    }
  }

  private void listen(Channel opened) {
    Thread listener =
        new Thread(
            () -> {
              try {
                Optional<Message> message;
                while ((message = opened.receive()).isPresent())
                  events.add(new Event.Received(message.get()));
              } catch (Channel.MalformedFrameException e) {
                events.add(new Event.Malformed(String.valueOf(e.getMessage())));
              } catch (IOException e) {
                events.add(new Event.Closed()); // reset by a process that was killed
                return;
              }
              events.add(new Event.Closed());
            },
            "bindbench-worker-" + process.pid());
    listener.setDaemon(true);
    listener.start();
  }

  /** Sends a task; a worker that is gone shows as {@link Event.Closed}. */
  void send(Message message) {
    if (channel.isEmpty()) return;
    try {
      channel.get().send(message);
    } catch (IOException e) {
      events.add(new Event.Closed());
    }
  }

  /** The next event, or {@link Event.Silence} after the limit. */
  Event next(Duration limit) throws InterruptedException {
    Event event = events.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
    return event == null ? new Event.Silence() : event;
  }

  /** Asks for the stacks of all threads; empty where the worker does not answer in time. */
  Optional<String> threads() throws InterruptedException {
    send(new Message.DumpThreads());
    Event event = next(GRACE);
    return event instanceof Event.Received received
            && received.message() instanceof Message.Threads threads
        ? Optional.of(threads.stacks())
        : Optional.empty();
  }

  /** Waits for the end of the process, with force after a grace; its exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) kill();
    int exitCode = process.waitFor();
    LiveWorkers.remove(process);
    log.await(GRACE);
    return exitCode;
  }

  /**
   * Ends the whole process tree; descendants are noted first, for orphans have no parent. By its
   * handle, since {@link Process#destroyForcibly} would close the streams before the last words are
   * read.
   */
  void kill() throws InterruptedException {
    List<ProcessHandle> tree = process.descendants().toList();
    process.toHandle().destroyForcibly();
    tree.forEach(ProcessHandle::destroyForcibly);
    process.waitFor();
    LiveWorkers.remove(process);
    log.await(GRACE);
  }

  long pid() {
    return process.pid();
  }

  /** The last lines of what the worker printed. */
  String lastWords() {
    return log.tail();
  }

  @Override
  public void close() throws IOException {
    if (socket.isPresent()) socket.get().close();
  }
}
