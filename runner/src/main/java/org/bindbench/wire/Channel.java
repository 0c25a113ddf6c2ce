package org.bindbench.wire;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Messages over a stream: a length of four bytes, big-endian, and that many bytes of JSON. Sending
 * is safe for several threads, receiving for one.
 */
public final class Channel {
  /** Longest frame accepted, in bytes; a trial of ten minutes stays far below. */
  public static final int MAX_FRAME_BYTES = 32 << 20;

  private final DataInputStream in;
  private final DataOutputStream out;

  /** A channel that reads and writes the given streams, which it does not close. */
  public Channel(InputStream in, OutputStream out) {
    this.in = new DataInputStream(new BufferedInputStream(in));
    this.out = new DataOutputStream(out);
  }

  /**
   * Sends one message and flushes it.
   *
   * @throws IOException where the other side is gone
   */
  public void send(Message message) throws IOException {
    byte[] frame = Json.MAPPER.writerFor(Message.class).writeValueAsBytes(message);
    synchronized (out) {
      out.writeInt(frame.length);
      out.write(frame);
      out.flush();
    }
  }

  /**
   * Waits for the next message.
   *
   * @return the message, empty where the other side closed the channel between two frames
   * @throws MalformedFrameException where what arrives is no message, or too long
   * @throws IOException where reading fails
   */
  public Optional<Message> receive() throws IOException {
    int first = in.read();
    if (first < 0) return Optional.empty();
    try {
      int length =
          first << 24
              | in.readUnsignedByte() << 16
              | in.readUnsignedByte() << 8
              | in.readUnsignedByte();
      if (length < 0 || length > MAX_FRAME_BYTES)
        throw new MalformedFrameException(
            "a frame of "
                + Integer.toUnsignedString(length)
                + " bytes is announced; at most "
                + MAX_FRAME_BYTES
                + " are accepted");
      byte[] frame = in.readNBytes(length);
      if (frame.length < length)
        throw new MalformedFrameException(
            "the frame ends after " + frame.length + " of " + length + " bytes");
      return Optional.of(Json.MAPPER.readValue(frame, Message.class));
    } catch (EOFException e) {
      throw new MalformedFrameException("the frame's length is cut short");
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new MalformedFrameException("the frame is no message: " + e.getOriginalMessage());
    }
  }

  /** What arrived is not what the two sides agreed on. */
  public static final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    MalformedFrameException(String message) {
      super(message);
    }
  }
}
