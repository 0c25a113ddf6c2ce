package org.bindbench.worker;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.bindbench.wire.Channel;
import org.bindbench.wire.Message;

/**
 * The forked JVM: connects back to its parent, does what it is asked, and halts. Standard output
 * and standard error belong to the script.
 */
public final class WorkerMain {
  /** Environment variable with the token that proves a worker is the process that was started. */
  public static final String TOKEN = "BINDBENCH_TOKEN";

  /** Exit code where the parent's channel closed before the work was done. */
  private static final int PARENT_GONE = 129;

  /** Exit code of an error in the harness itself. */
  private static final int HARNESS_ERROR = 70;

  private WorkerMain() {}

  /** Takes the parent's port. Ends by {@code halt}: a suspended Lua coroutine is a live thread. */
  public static void main(String[] args) {
    try {
      // Never closed: the listener would take that for the parent's end and halt with its code.
      Socket socket = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(args[0]));
      socket.setTcpNoDelay(true);
      Channel channel = new Channel(socket.getInputStream(), socket.getOutputStream());
      channel.send(new Message.Hello(String.valueOf(System.getenv(TOKEN))));
      Message task = channel.receive().orElseThrow(() -> new IOException("no task came"));
      JvmMeter meter = new JvmMeter();
      listen(channel, meter);
      Session session = new Session(channel, meter, System::nanoTime);
      if (task instanceof Message.ListSuites list) session.list(list);
      else if (task instanceof Message.Measure measure) session.measure(measure);
      else
        throw new IOException("the parent sent " + task.getClass().getSimpleName() + " as a task");
      channel.send(new Message.Done());
      System.out.flush();
      System.err.flush();
      end(0);
    } catch (Throwable e) {
      e.printStackTrace();
      end(HARNESS_ERROR);
    }
  }

  /** Answers while the script runs, and ends the process once the parent is gone. */
  private static void listen(Channel channel, JvmMeter meter) {
    Thread listener =
        new Thread(
            () -> {
              try {
                while (channel.receive().orElse(null) instanceof Message.DumpThreads)
                  channel.send(new Message.Threads(meter.stacks()));
              } catch (IOException e) {
                System.err.println("the channel to the parent broke: " + e.getMessage());
              }
              end(PARENT_GONE);
            },
            "bindbench-listener");
    listener.setDaemon(true);
    listener.start();
  }

  /** Ends this process and those that the script started; without shutdown hooks, and at once. */
  private static void end(int exitCode) {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    Runtime.getRuntime().halt(exitCode);
  }
}
