"""The notebook's CNN in Keras: python keras_cnn.py FOLDER TRAIN TEST EPOCHS BATCH [SEED]"""

import os
import sys
import time

os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np
import tensorflow
from keras import layers

import images

folder, train, test, epochs, batch = sys.argv[1], *map(int, sys.argv[2:6])
if len(sys.argv) > 6:
    keras.utils.set_random_seed(int(sys.argv[6]))


class Clock(keras.callbacks.Callback):
    """Seconds of an epoch's training, and of training with validation."""

    def __init__(self):
        self.train, self.total = [], []

    def on_epoch_begin(self, epoch, logs=None):
        self.start = time.perf_counter()

    def on_test_begin(self, logs=None):
        self.train.append(time.perf_counter() - self.start)

    def on_epoch_end(self, epoch, logs=None):
        self.total.append(time.perf_counter() - self.start)


def model():
    made = keras.Sequential([
        keras.Input((28, 28, 1)),
        layers.Conv2D(32, 3, activation="relu"), layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"), layers.MaxPooling2D(2),
        layers.Conv2D(64, 3, activation="relu"), layers.Flatten(),
        layers.Dense(64, activation="relu"), layers.Dense(10, activation="softmax")])
    # Its compiler (XLA) makes this network slower on a CPU.
    made.compile("adam", "categorical_crossentropy", metrics=["accuracy"], jit_compile=False)
    return made


def prepare(part, count):
    pixels, labels = images.read(folder, part)
    return (pixels[:count, ..., None] / np.float32(255),
            np.eye(10, dtype=np.float32)[labels[:count]])


x, t = prepare("train", train)
vx, vt = prepare("t10k", test)
network = model()
# Building the graphs is not counted: a first short epoch does it.
initial = network.get_weights()
warm = min(train, 4 * batch)
network.fit(x[:warm], t[:warm], batch_size=batch, validation_data=(vx[:batch], vt[:batch]), verbose=0)
state = [np.zeros_like(v) for v in network.optimizer.variables]
for variable, value in zip(network.optimizer.variables, state):
    if variable is not network.optimizer.learning_rate:
        variable.assign(value)
network.set_weights(initial)
clock = Clock()


def fit(epochs):
    return network.fit(x, t, batch_size=batch, epochs=epochs, validation_data=(vx, vt), verbose=0,
                       callbacks=[clock]).history


if len(sys.argv) > 6:
    # Under a seed every epoch of one `fit` has the same order: the seed belongs to TensorFlow's
    # shuffle, which begins anew. An epoch at a time, each has its own, as without a seed.
    history = {}
    for epoch in range(epochs):
        tensorflow.random.set_seed(1000 * int(sys.argv[6]) + epoch)
        for key, values in fit(1).items():
            history.setdefault(key, []).extend(values)
else:
    history = fit(epochs)
images.report(name="keras", train_s=clock.train, epoch_s=clock.total, **history)
