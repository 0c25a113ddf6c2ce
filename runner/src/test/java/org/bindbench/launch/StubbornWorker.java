package org.bindbench.launch;

import java.net.InetAddress;
import java.net.Socket;
import org.bindbench.wire.Channel;
import org.bindbench.wire.Message;

/** A worker that says it is done and then neither ends nor gives way to TERM. */
final class StubbornWorker {
  private StubbornWorker() {}

  public static void main(String[] arguments) throws Exception {
    Runtime.getRuntime().addShutdownHook(new Thread(StubbornWorker::stay));
    int port = Integer.parseInt(arguments[arguments.length - 1]);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      Channel channel = new Channel(socket.getInputStream(), socket.getOutputStream());
      channel.send(new Message.Hello(System.getenv("BINDBENCH_TOKEN")));
      channel.send(new Message.Done());
      stay();
    }
  }

  private static void stay() {
    while (true) Thread.onSpinWait();
  }
}
