console.log("prepare: nothing to do yet");
