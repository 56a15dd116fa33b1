"""1000 epochs of the two Celsius networks in Keras: python keras_celsius.py [EPOCHS]"""

import os
import sys
import time

os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras
import numpy as np

import images

epochs = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
x = np.array([-40, -10, 0, 8, 15, 22, 38], np.float32).reshape(-1, 1)
t = np.array([-40, 14, 32, 46, 59, 72, 100], np.float32).reshape(-1, 1)


def seconds(units):
    model = keras.Sequential(
        [keras.Input((1,))] + [keras.layers.Dense(count) for count in units])
    model.compile(keras.optimizers.Adam(0.1), "mean_squared_error", jit_compile=False)
    model.fit(x, t, verbose=0)  # builds the graph
    start = time.perf_counter()
    model.fit(x, t, epochs=epochs, verbose=0)
    return time.perf_counter() - start


images.report(name="keras", celsius_s=seconds([1]), celsius_hidden_s=seconds([3, 3, 1]))
