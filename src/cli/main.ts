console.log('career-ladder');
